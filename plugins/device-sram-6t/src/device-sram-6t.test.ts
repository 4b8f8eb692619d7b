import { describeDevice, runCase } from '@bitfront/testkit';
import { sramCellConductanceUs, technology } from '@bitfront/circuits';
import type { KnownConductance, Memory } from '@bitfront/core';
import { describe, expect, it } from 'vitest';
import sram from './device-sram-6t.ts';

const given = {
  nodeNm: 22,
  supplyV: 0.9,
  bitLineRows: 128,
  bitLineFfPerCell: 0.2,
  readSwingV: 0.1,
  readTimeNs: 0.5,
  writeTimeNs: 0.4,
  standbyPowerNwPerBit: 0.01,
  bitErrorRate: 1e-6,
};

async function memory(more: object): Promise<Memory> {
  const { artifact } = await runCase(sram, { name: 'one', parameters: { ...given, ...more }, inputs: {} });
  return artifact as unknown as Memory;
}

describeDevice(sram);

describe('device-sram-6t', () => {
  it('gives the 2220 µm² that NeuroSim V1.4 prints for 128 x 128 cells at 22 nm', async () => {
    const { cell } = await memory({});
    expect(Math.round(cell.areaUm2PerBit * 128 * 128)).toBe(2220);
  });

  it('moves one bit line: 25.6 fF by 0.1 V at a read and by 0.9 V at a write, both from 0.9 V', async () => {
    const { read, write } = await memory({});
    expect(read.energyFjPerBit).toBeCloseTo(25.6 * 0.9 * 0.1, 12);
    expect(write.energyFjPerBit).toBeCloseTo(25.6 * 0.81, 12);
  });

  it('conducts much better on than off, and as the node says', async () => {
    const at = async (nodeNm: number) => (await memory({ nodeNm })).conductance as KnownConductance;
    const [small, large] = [await at(22), await at(90)];
    expect(small.onUs).toBe(sramCellConductanceUs(technology(22), 'low-standby-power'));
    for (const { onUs, offUs } of [small, large]) expect(onUs / offUs).toBeGreaterThan(1e4);
    const { conductance } = await memory({ lowLogSpread: 0.1, stuckOnProbability: 0.02 });
    expect(conductance).toMatchObject({
      onLogSigma: 0.1,
      offLogSigma: 0,
      stuckOnProbability: 0.02,
      readVoltageV: 0.9,
    });
  });

  it('reads through a latch, wrong both ways alike', async () => {
    const { cell, faults } = await memory({ bitErrorRate: 1e-3 });
    expect(cell.sensing).toBe('voltage-latch');
    expect(faults).toEqual({ plusToMinus: 1e-3, minusToPlus: 1e-3 });
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Memory } from '@bitfront/core';
import { deviceFromTable } from '@bitfront/table-device';
import { describeDevice, runCase } from '@bitfront/testkit';
import { describe, expect, it } from 'vitest';
import rram from './device-rram-hirtzlin-aicas-2019.ts';

const given = {
  nodeNm: 130,
  supplyV: 1.2,
  referenceWriteEnergyPj: 60,
  readEnergyFj: 20,
  readTimeNs: 5,
  writeVoltageV: 2.5,
  writeTimeNs: 1000,
};

async function memory(more: object): Promise<Memory> {
  const { artifact } = await runCase(rram, { name: 'one', parameters: { ...given, ...more }, inputs: {} });
  return artifact as unknown as Memory;
}

describeDevice(rram);

describe('device-rram-hirtzlin-aicas-2019', () => {
  it('has the two published points', async () => {
    const reference = await memory({ relativeEnergy: 1 });
    expect(reference.faults).toEqual({ plusToMinus: 1e-4, minusToPlus: 1e-4 });
    expect(reference.write.energyFjPerBit).toBe(60_000);
    const weak = await memory({ relativeEnergy: 1 / 30 });
    expect(weak.faults.plusToMinus / 3.3e-2).toBeCloseTo(1, 12);
    expect(weak.write.energyFjPerBit).toBeCloseTo(2000, 9);
  });

  it('lies on a straight line of 1.7 decades per decade between them', async () => {
    // ln(330) / ln(30) = 1.70504; a tenth of the energy: 1e-4 · 10^1.70504 = 5.0704e-3.
    const { plusToMinus } = (await memory({ relativeEnergy: 0.1 })).faults;
    expect(plusToMinus).toBeCloseTo(5.0704e-3, 6);
    // Half way in the logarithm of energy lies the geometric mean of the error rates.
    const middle = (await memory({ relativeEnergy: 1 / Math.sqrt(30) })).faults.plusToMinus;
    expect(middle / Math.sqrt(1e-4 * 3.3e-2)).toBeCloseTo(1, 12);
  });

  it('says that the line and the pairing are assumed', () => {
    expect(rram.source.how).toBe('assumed');
    expect(rram.source.assumed?.join()).toMatch(/upper end.*30 times.*log-log interpolation/);
  });

  it.each([0.03, 1.1, -1])('refuses an energy of %f E0', async (relativeEnergy) => {
    await expect(memory({ relativeEnergy })).rejects.toThrow(/"relativeEnergy" cannot be/);
  });

  it('asks for E0, which nobody published', async () => {
    await expect(memory({ relativeEnergy: 1, referenceWriteEnergyPj: undefined })).rejects.toMatchObject({
      code: 'PARAMETER_MISSING',
    });
  });

  it.each([
    ['reference', 1],
    ['low-power', 1 / 30],
  ])('agrees with its table at the condition %s', async (condition, relativeEnergy) => {
    const text = readFileSync(join(import.meta.dirname, '..', 'conditions.csv'), 'utf8');
    const table = deviceFromTable(text, 'conditions');
    const open = { cellAreaF2: 48, aspectRatio: 3, sensing: 'single-ended', standbyPowerNwPerBit: 0 };
    const parameters = { ...given, ...open, condition, enduranceCycles: 1e6 };
    const { artifact } = await runCase(table, { name: condition, parameters, inputs: {} });
    const tabled = artifact as unknown as Memory;
    const ours = await memory({ relativeEnergy, enduranceCycles: 1e6 });
    expect(tabled.faults.plusToMinus / ours.faults.plusToMinus).toBeCloseTo(1, 12);
    expect(tabled.faults.minusToPlus / ours.faults.minusToPlus).toBeCloseTo(1, 12);
    expect(tabled.write.energyFjPerBit / ours.write.energyFjPerBit).toBeCloseTo(1, 12);
    expect({ ...tabled.write, energyFjPerBit: 0 }).toEqual({ ...ours.write, energyFjPerBit: 0 });
    expect([tabled.cell, tabled.read]).toEqual([ours.cell, ours.read]);
  });
});

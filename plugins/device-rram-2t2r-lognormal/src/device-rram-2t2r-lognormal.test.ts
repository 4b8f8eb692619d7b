import type { Memory } from '@bitfront/core';
import { exp, normalQuantile, randomStream } from '@bitfront/math';
import { describeDevice, runCase } from '@bitfront/testkit';
import { describe, expect, it } from 'vitest';
import rram from './device-rram-2t2r-lognormal.ts';

const given = {
  nodeNm: 130,
  supplyV: 1.2,
  lowResistanceKohm: 10,
  highResistanceKohm: 100,
  lowLogSpread: 0.3,
  highLogSpread: 0.9,
  comparatorLogOffset: 0,
  readVoltageV: 0.2,
  readTimeNs: 5,
  setEnergyPj: 20,
  resetEnergyPj: 30,
  writeVoltageV: 2,
  writeTimeNs: 1000,
};

async function memory(more: object): Promise<Memory> {
  const { artifact } = await runCase(rram, { name: 'one', parameters: { ...given, ...more }, inputs: {} });
  return artifact as unknown as Memory;
}

const bitErrorRate = async (more: object) => (await memory(more)).faults.plusToMinus;

describeDevice(rram);

describe('device-rram-2t2r-lognormal: errors', () => {
  // A 1T1R cell with its reference at the equal-error point has BER₁ = Q(d / (σ_L + σ_H)). The table below is that of
  // the closed forms, computed independently and confirmed there by 2e7 draws.
  it.each([
    [1e-2, 1, '5.0e-4'],
    [1e-2, 2, '9.0e-4'],
    [1e-2, 3, '1.6e-3'],
    [1e-4, 1, '7.2e-8'],
    [1e-4, 2, '3.0e-7'],
    [1e-4, 3, '1.3e-6'],
  ])('a pair of cells of BER₁ = %f with σ_H = %i σ_L has %s', async (single, ratio, expected) => {
    const lowLogSpread = 0.25;
    const gap = -normalQuantile(single) * lowLogSpread * (1 + ratio);
    const parameters = {
      lowLogSpread,
      highLogSpread: ratio * lowLogSpread,
      highResistanceKohm: 10 * exp(gap),
    };
    expect((await bitErrorRate(parameters)).toExponential(1)).toBe(expected);
  });

  it('agrees with 200,000 random pairs within 3 standard deviations', async () => {
    const rate = await bitErrorRate({ comparatorLogOffset: 0.4, highResistanceKohm: 50 });
    const draws = 200_000;
    const stream = randomStream('1', 'pairs');
    let wrong = 0;
    for (let draw = 0; draw < draws; draw++) {
      const low = Math.log(10) + 0.3 * stream.normal();
      const high = Math.log(50) + 0.9 * stream.normal();
      if (high - low + 0.4 * stream.normal() < 0) wrong++;
    }
    const deviation = Math.sqrt((rate * (1 - rate)) / draws);
    expect(rate).toBeGreaterThan(0.01);
    expect(Math.abs(wrong / draws - rate)).toBeLessThan(3 * deviation);
  });

  it('has two rates at amplifiers with a fixed offset, which 200,000 random pairs confirm', async () => {
    const parameters = { fixedLogOffset: 0.5, highResistanceKohm: 50 };
    const { plusToMinus, minusToPlus } = (await memory(parameters)).faults;
    const draws = 200_000;
    const stream = randomStream('1', 'fixed');
    let [plus, minus] = [0, 0];
    for (let draw = 0; draw < draws; draw++) {
      const gap = Math.log(5) + 0.9 * stream.normal() - 0.3 * stream.normal();
      if (gap + 0.5 < 0) plus++;
      if (gap - 0.5 < 0) minus++;
    }
    for (const [rate, hits] of [
      [plusToMinus, plus],
      [minusToPlus, minus],
    ] as const) {
      expect(rate * draws).toBeGreaterThan(1000);
      expect(Math.abs(hits / draws - rate)).toBeLessThan(3 * Math.sqrt((rate * (1 - rate)) / draws));
    }
  });

  it('falls with the gap, rises with every spread and with the offset', async () => {
    const rates = async (name: string, values: readonly number[]) =>
      Promise.all(values.map((value) => bitErrorRate({ [name]: value })));
    const rises = (list: readonly number[]) =>
      list.every((value, at) => at === 0 || value > (list[at - 1] ?? 1));
    expect(rises((await rates('highResistanceKohm', [11, 20, 50, 100, 1000])).reverse())).toBe(true);
    expect(rises(await rates('lowLogSpread', [0.1, 0.2, 0.5, 1, 3]))).toBe(true);
    expect(rises(await rates('highLogSpread', [0.1, 0.2, 0.5, 1, 3]))).toBe(true);
    expect(rises(await rates('comparatorLogOffset', [0, 0.1, 0.5, 1, 3]))).toBe(true);
  });

  it.each([10, 5])(
    'refuses a high resistance of %i kΩ beside a low one of 10 kΩ',
    async (highResistanceKohm) => {
      await expect(memory({ highResistanceKohm })).rejects.toMatchObject({
        code: 'DEVICE_RESISTANCE_INVERTED',
      });
    },
  );
});

describe('device-rram-2t2r-lognormal: figures', () => {
  it('has the energies and the area computed by hand', async () => {
    const { read, write, cell } = await memory({});
    // 0.2² V² · 5 ns · (1/10 + 1/100) / kΩ = 0.022 pJ.
    expect(read.energyFjPerBit).toBeCloseTo(22, 10);
    expect(write.energyFjPerBit).toBeCloseTo(50_000, 6);
    // 2 · 48 F² of 130 nm: 96 · 0.0169 µm².
    expect(cell.areaUm2PerBit).toBeCloseTo(1.6224, 10);
  });

  it('says how many writes a bit survives only where that is given', async () => {
    expect((await memory({})).write).not.toHaveProperty('enduranceCycles');
    expect((await memory({ enduranceCycles: 2e9 })).write.enduranceCycles).toBe(2e9);
  });

  it('has the conductances of one branch', async () => {
    expect((await memory({ stuckOffProbability: 0.01 })).conductance).toEqual({
      onUs: 100,
      offUs: 10,
      onLogSigma: 0.3,
      offLogSigma: 0.9,
      stuckOnProbability: 0,
      stuckOffProbability: 0.01,
      readVoltageV: 0.2,
    });
  });
});

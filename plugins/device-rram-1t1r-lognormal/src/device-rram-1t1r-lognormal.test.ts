import type { Memory } from '@bitfront/core';
import { exp, normalQuantile, normalTail, randomStream } from '@bitfront/math';
import { describeDevice, deviceSamples, expectRelative, runCase } from '@bitfront/testkit';
import { describe, expect, it } from 'vitest';
import rram from './device-rram-1t1r-lognormal.ts';

const given = {
  nodeNm: 130,
  supplyV: 1.2,
  plusOneState: 'low-resistance',
  lowResistanceKohm: 10,
  highResistanceKohm: 100,
  lowLogSpread: 0.3,
  highLogSpread: 0.9,
  comparatorLogOffset: 0,
  reference: 'equal-error',
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

describeDevice(rram);
describeDevice(rram, { fixed: { reference: 'equal-error', lowResistanceKohm: 1, highResistanceKohm: 50 } });

describe('device-rram-1t1r-lognormal: errors', () => {
  it.each([1e-2, 1e-4])('has the bit error rate %f that its gap was chosen for', async (target) => {
    const highResistanceKohm = 10 * exp(-normalQuantile(target) * 1.2);
    const { plusToMinus, minusToPlus } = (await memory({ highResistanceKohm })).faults;
    expect(plusToMinus / target).toBeCloseTo(1, 9);
    expect(minusToPlus).toBe(plusToMinus);
  });

  it('meets the closed forms within 1e-6 over its ranges', async () => {
    const fixed = { reference: 'equal-error', lowResistanceKohm: 5, highResistanceKohm: 300 };
    for (const sample of deviceSamples(rram, 50, '2', fixed)) {
      const { lowLogSpread: low, highLogSpread: high, comparatorLogOffset: s } = sample as never;
      const spread = Math.sqrt(low * low + s * s) + Math.sqrt(high * high + s * s);
      expectRelative(
        'equal error',
        (await memory(sample)).faults.plusToMinus,
        normalTail(Math.log(60) / spread),
        1e-6,
      );
      // Midway in ln R each state fails by itself.
      const { faults } = await memory({ ...sample, reference: 'midpoint', plusOneState: 'high-resistance' });
      const half = Math.log(60) / 2;
      expectRelative('high', faults.plusToMinus, normalTail(half / Math.sqrt(high * high + s * s)), 1e-6);
      expectRelative('low', faults.minusToPlus, normalTail(half / Math.sqrt(low * low + s * s)), 1e-6);
    }
  });

  it('agrees with 200,000 random cells within 3 standard deviations', async () => {
    const { faults } = await memory({
      reference: 'given',
      referenceKohm: 20,
      highResistanceKohm: 60,
      comparatorLogOffset: 0.4,
    });
    const draws = 200_000;
    const stream = randomStream('1', 'cells');
    let [plus, minus] = [0, 0];
    for (let draw = 0; draw < draws; draw++) {
      if (Math.log(10) + 0.3 * stream.normal() + 0.4 * stream.normal() > Math.log(20)) plus++;
      if (Math.log(60) + 0.9 * stream.normal() + 0.4 * stream.normal() < Math.log(20)) minus++;
    }
    for (const [rate, hits] of [
      [faults.plusToMinus, plus],
      [faults.minusToPlus, minus],
    ] as const) {
      expect(rate).toBeGreaterThan(0.01);
      expect(Math.abs(hits / draws - rate)).toBeLessThan(3 * Math.sqrt((rate * (1 - rate)) / draws));
    }
  });

  it('exchanges the two rates with the state that stores +1', async () => {
    const low = (await memory({ reference: 'midpoint' })).faults;
    const high = (await memory({ reference: 'midpoint', plusOneState: 'high-resistance' })).faults;
    expect(high).toEqual({ plusToMinus: low.minusToPlus, minusToPlus: low.plusToMinus });
    expect(low.plusToMinus).toBeLessThan(low.minusToPlus);
  });

  it.each([
    [{ highResistanceKohm: 5 }, 'DEVICE_RESISTANCE_INVERTED', /highResistanceKohm/],
    [{ reference: 'given' }, 'PARAMETER_INVALID', /"referenceKohm" cannot be 0/],
    [{ reference: 'given', referenceKohm: 120 }, 'PARAMETER_INVALID', /"referenceKohm" cannot be 120/],
    [{ lowLogSpread: -0.1 }, 'PARAMETER_INVALID', /"lowLogSpread" cannot be -0.1/],
    [{ highLogSpread: 30 }, 'PARAMETER_INVALID', /"highLogSpread" cannot be 30/],
  ])('refuses %o', async (more, code, message) => {
    await expect(memory(more)).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
  });
});

describe('device-rram-1t1r-lognormal: figures', () => {
  it('has the energies, the area and the endurance computed by hand', async () => {
    const { read, write, cell } = await memory({ enduranceCycles: 1e9 });
    // 0.2² V² · 5 ns · ½ (1/10 + 1/100) / kΩ = 0.011 pJ.
    expect(read.energyFjPerBit).toBeCloseTo(11, 10);
    expect(write.energyFjPerBit).toBeCloseTo(25_000, 6);
    // 48 F² of 130 nm: 48 · 0.0169 µm².
    expect(cell).toMatchObject({ areaUm2PerBit: expect.closeTo(0.8112, 10), sensing: 'single-ended' });
    expect(write.enduranceCycles).toBe(1e9);
    expect((await memory({})).write).not.toHaveProperty('enduranceCycles');
  });

  it('has the conductances of its two resistances, and stuck cells only where they are given', async () => {
    const same = { onLogSigma: 0.3, offLogSigma: 0.9, readVoltageV: 0.2 };
    expect((await memory({})).conductance).toEqual({
      ...same,
      onUs: 100,
      offUs: 10,
      stuckOnProbability: 0,
      stuckOffProbability: 0,
    });
    const stuck = { stuckOnProbability: 1e-3, stuckOffProbability: 2e-3 };
    expect((await memory(stuck)).conductance).toMatchObject(stuck);
  });
});

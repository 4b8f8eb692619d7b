import type { Memory } from '@bitfront/core';
import { describeDevice, runCase } from '@bitfront/testkit';
import { describe, expect, it } from 'vitest';
import mram from './device-stt-mram.ts';

const given = {
  nodeNm: 28,
  supplyV: 1,
  cellAreaF2: 50,
  thermalStability: 60,
  overdrive: 2,
  writePulseNs: 5,
  criticalCurrentUa: 20,
  writeVoltageV: 0.6,
  damping: 0.01,
  anisotropyFieldT: 1,
  writing: 'worst-case',
  parallelKohm: 4,
  magnetoresistance: 1,
  readVoltageV: 0.1,
  readTimeNs: 3,
};

async function memory(more: object): Promise<Memory> {
  const { artifact } = await runCase(mram, { name: 'one', parameters: { ...given, ...more }, inputs: {} });
  return artifact as unknown as Memory;
}

const writeErrorRate = async (more: object) => (await memory(more)).faults.plusToMinus;

describeDevice(mram);

describe('device-stt-mram: write errors', () => {
  it('has the rate computed by hand at τ = 2', async () => {
    // x = (π² · 60 / 4) · 1 / (2·e⁴ − 1) = 148.0441 / 108.1963 = 1.368291, WER = 1 − e^−x = 0.745459.
    const writePulseNs = (2 * 1.0001) / (0.01 * 176.085962784);
    expect(await writeErrorRate({ writePulseNs })).toBeCloseTo(0.745459, 5);
  });

  it('is π²Δ(i − 1) / (4 i) · e^{−2τ(i − 1)} for long pulses', async () => {
    const tau = (0.01 * 176.085962784 * 8) / 1.0001;
    const tail = ((Math.PI * Math.PI * 60) / 8) * Math.exp(-2 * tau);
    expect((await writeErrorRate({ writePulseNs: 8 })) / tail).toBeCloseTo(1, 6);
  });

  // Relative pulse energy at fixed current, 1e-8 against 1e-3: 1.98 to 2.11 over these barriers and currents.
  it.each(
    [40, 60, 80].flatMap((thermalStability) => [1.5, 2, 3].map((overdrive) => [thermalStability, overdrive])),
  )(
    'asks for about twice the energy for 1e-8 as for 1e-3 (Δ = %i, i = %f)',
    async (thermalStability, overdrive) => {
      const pulse = async (target: number) => {
        let [low, high] = [0.1, 200];
        for (let step = 0; step < 60; step++) {
          const middle = (low + high) / 2;
          const rate = await writeErrorRate({ thermalStability, overdrive, writePulseNs: middle });
          if (rate > target) low = middle;
          else high = middle;
        }
        return high;
      };
      const energy = async (target: number) =>
        (await memory({ thermalStability, overdrive, writePulseNs: await pulse(target) })).write
          .energyFjPerBit;
      const ratio = (await energy(1e-8)) / (await energy(1e-3));
      expect(ratio).toBeGreaterThan(1.975);
      expect(ratio).toBeLessThan(2.115);
    },
  );

  it('falls with pulse and current, rises with the barrier', async () => {
    const falls = (list: readonly number[]) =>
      list.every((value, at) => at === 0 || value < (list[at - 1] ?? 0));
    const rates = async (name: string, values: readonly number[]) =>
      Promise.all(values.map((value) => writeErrorRate({ [name]: value })));
    expect(falls(await rates('writePulseNs', [1, 2, 4, 8, 16]))).toBe(true);
    expect(falls(await rates('overdrive', [1.1, 1.5, 2, 3, 4]))).toBe(true);
    expect(falls((await rates('thermalStability', [20, 40, 60, 80, 120])).reverse())).toBe(true);
  });

  it('follows the policy: all bits, half of them, or one-sided after a reset', async () => {
    const rate = await writeErrorRate({});
    expect((await memory({ writing: 'worst-case' })).faults).toEqual({
      plusToMinus: rate,
      minusToPlus: rate,
    });
    expect((await memory({ writing: 'random-old-data' })).faults).toEqual({
      plusToMinus: rate / 2,
      minusToPlus: rate / 2,
    });
    expect((await memory({ writing: 'after-reset' })).faults).toEqual({
      plusToMinus: rate,
      minusToPlus: rate / 2,
    });
  });
});

describe('device-stt-mram: storage, reads, directions', () => {
  const sure = { writePulseNs: 60, writing: 'random-old-data' };

  it('loses 2.76e-9 of its bits in ten years at Δ = 60, both ways alike', async () => {
    // 3.15576e8 s / 1 ns · e^−60.
    const { plusToMinus, minusToPlus } = (await memory({ ...sure, storageTimeS: 3.15576e8 })).faults;
    expect(plusToMinus / 2.763345e-9).toBeCloseTo(1, 6);
    expect(minusToPlus).toBe(plusToMinus);
  });

  it('turns +1 into −1 by reads that drive towards parallel', async () => {
    // 0.1 V over 8 kΩ is 12.5 of 20 µA: 1e5 reads of 3 ns against a barrier of 60 · 0.375 = 22.5.
    const { plusToMinus, minusToPlus } = (await memory({ ...sure, readsBetweenWrites: 1e5 })).faults;
    expect(plusToMinus / -Math.expm1(-3e5 * Math.exp(-22.5))).toBeCloseTo(1, 9);
    expect(minusToPlus).toBeLessThan(1e-20);
    const other = await memory({ ...sure, readsBetweenWrites: 1e5, plusOneState: 'parallel' });
    expect(other.faults).toEqual({ plusToMinus: minusToPlus, minusToPlus: plusToMinus });
  });

  it('has another write error rate for each direction', async () => {
    const { plusToMinus, minusToPlus } = (await memory({ criticalCurrentRatio: 0.8 })).faults;
    expect(plusToMinus).toBe(await writeErrorRate({}));
    expect(minusToPlus).toBe(await writeErrorRate({ overdrive: 2 / 0.8 }));
  });

  it.each([
    [{ criticalCurrentRatio: 3 }, /"criticalCurrentRatio" cannot be 3/],
    [{ readVoltageV: 0.2, readsBetweenWrites: 10 }, /"readVoltageV" cannot be 0.2/],
    [{ storageTimeS: -1 }, /"storageTimeS" cannot be -1/],
    [{ barrierExponent: 3 }, /"barrierExponent" cannot be 3/],
  ])('refuses %o', async (more, message) => {
    await expect(memory(more)).rejects.toMatchObject({
      code: 'PARAMETER_INVALID',
      message: expect.stringMatching(message),
    });
  });

  it('says how many writes a bit survives only where that is given', async () => {
    expect((await memory({})).write).not.toHaveProperty('enduranceCycles');
    expect((await memory({ enduranceCycles: 1e15 })).write.enduranceCycles).toBe(1e15);
  });
});

describe('device-stt-mram: figures', () => {
  it('has the energies, times and area computed by hand', async () => {
    const { read, write, cell } = await memory({});
    // 0.6 V · 2 · 20 µA · 5 ns.
    expect(write.energyFjPerBit).toBeCloseTo(120, 10);
    // 0.1² V² · 3 ns · mean of 1/4 and 1/8 per kΩ = 0.005625 pJ.
    expect(read.energyFjPerBit).toBeCloseTo(5.625, 10);
    expect(cell.areaUm2PerBit).toBeCloseTo(50 * 0.028 * 0.028, 12);
    const reset = (await memory({ writing: 'after-reset' })).write;
    expect([reset.energyFjPerBit, reset.latencyNs]).toEqual([180, 10]);
  });

  it('conducts at 1/4 and 1/8 mS, with a spread only where it is given', async () => {
    expect((await memory({})).conductance).toEqual({
      onUs: 250,
      offUs: 125,
      onLogSigma: 0,
      offLogSigma: 0,
      stuckOnProbability: 0,
      stuckOffProbability: 0,
      readVoltageV: 0.1,
    });
    const spread = { lowLogSpread: 0.05, highLogSpread: 0.08 };
    expect((await memory(spread)).conductance).toMatchObject({ onLogSigma: 0.05, offLogSigma: 0.08 });
  });
});

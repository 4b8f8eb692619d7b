import { describe, expect, it } from 'vitest';
import { readDisturbRate } from './read-disturb-rate.ts';
import { retentionErrorRate } from './retention-error-rate.ts';
import { spinTorqueFlips } from './spin-torque-flips.ts';
import { writeErrorRate } from './write-error-rate.ts';

const cell = {
  thermalStability: 60,
  overdrive: 2,
  writePulseNs: 5,
  damping: 0.01,
  anisotropyFieldT: 1,
  writing: 'worst-case',
  plusOneState: 'antiparallel',
  criticalCurrentUa: 50,
  criticalCurrentRatio: 1,
  parallelKohm: 4,
  magnetoresistance: 1,
  readVoltageV: 0.1,
  readTimeNs: 5,
  readsBetweenWrites: 0,
  readCurrentTowards: 'parallel',
  barrierExponent: 1,
  storageTimeS: 0,
  attemptTimeNs: 1,
} as const;
type Some = Omit<typeof cell, 'plusOneState' | 'writing' | 'readCurrentTowards'> & {
  readonly plusOneState: 'parallel' | 'antiparallel';
  readonly writing: 'worst-case' | 'random-old-data' | 'after-reset';
  readonly readCurrentTowards: 'parallel' | 'antiparallel';
};
const flips = (more: Partial<Record<keyof Some, number | string>>) =>
  spinTorqueFlips('device-x', { ...cell, ...more } as Some, [1.05, 4]);

const rate = writeErrorRate(cell);

describe('spinTorqueFlips: writing', () => {
  it('has one rate both ways where the critical currents are equal', () => {
    expect(flips({})).toEqual({ plusToMinus: rate, minusToPlus: rate });
    expect(flips({ writing: 'random-old-data' })).toEqual({ plusToMinus: rate / 2, minusToPlus: rate / 2 });
    expect(flips({ writing: 'after-reset' })).toEqual({ plusToMinus: rate, minusToPlus: rate / 2 });
  });

  it('drives AP to P with overdrive / ratio, which writes the bit that P stores', () => {
    const easier = writeErrorRate({ ...cell, overdrive: 2 / 0.8 });
    expect(easier).toBeLessThan(rate);
    expect(flips({ criticalCurrentRatio: 0.8 })).toEqual({ plusToMinus: rate, minusToPlus: easier });
    expect(flips({ criticalCurrentRatio: 0.8, plusOneState: 'parallel' })).toEqual({
      plusToMinus: easier,
      minusToPlus: rate,
    });
  });

  it.each([2, 0.4])('refuses a ratio of %f, with which AP to P leaves the range', (criticalCurrentRatio) => {
    expect(() => flips({ criticalCurrentRatio })).toThrow(
      expect.objectContaining({
        code: 'PARAMETER_INVALID',
        message: expect.stringMatching(/\[device-x\] Parameter "criticalCurrentRatio" cannot be/),
      }),
    );
  });
});

describe('spinTorqueFlips: storage and reads', () => {
  const sure = { ...cell, writePulseNs: 60 };

  it('loses bits both ways in storage', () => {
    const lost = retentionErrorRate({ thermalStability: 60, storageTimeS: 1e15, attemptTimeNs: 1 });
    const { plusToMinus, minusToPlus } = flips({ ...sure, storageTimeS: 1e15 });
    expect(plusToMinus / lost).toBeCloseTo(1, 10);
    expect(minusToPlus).toBe(plusToMinus);
  });

  it('turns over only the state that the read current drives away', () => {
    const reads = { ...sure, readsBetweenWrites: 1e10 };
    // 0.1 V over 8 kΩ of AP is 12.5 µA, over 4 kΩ of P 25 µA, of 50 µA.
    const disturb = (relativeReadCurrent: number) =>
      readDisturbRate({ ...cell, readsBetweenWrites: 1e10, relativeReadCurrent });
    expect(flips(reads).plusToMinus / disturb(0.25)).toBeCloseTo(1, 10);
    expect(flips(reads).minusToPlus).toBeLessThan(1e-20);
    const away = flips({ ...reads, readCurrentTowards: 'antiparallel' });
    expect(away.minusToPlus / disturb(0.5)).toBeCloseTo(1, 10);
    expect(away.plusToMinus).toBeLessThan(1e-20);
    const exchanged = flips({ ...reads, plusOneState: 'parallel' });
    expect(exchanged.minusToPlus / disturb(0.25)).toBeCloseTo(1, 10);
    const easier = flips({ ...reads, criticalCurrentRatio: 0.5, overdrive: 1.5 });
    expect(easier.plusToMinus / disturb(0.5)).toBeCloseTo(1, 10);
  });

  it('composes all three: a bit turned twice is right again', () => {
    const lost = retentionErrorRate({ thermalStability: 60, storageTimeS: 2e16, attemptTimeNs: 1 });
    const turned = readDisturbRate({ ...cell, readsBetweenWrites: 1e18, relativeReadCurrent: 0.25 });
    const all = flips({ storageTimeS: 2e16, readsBetweenWrites: 1e18 });
    const kept = (1 - rate) * (1 - lost) + rate * lost;
    expect(all.plusToMinus).toBeCloseTo(1 - kept + kept * turned, 12);
    expect(all.minusToPlus).toBeCloseTo((1 - kept) * (1 - turned), 12);
  });

  it('refuses a read that is a write, by the name of its voltage, only where reads are counted', () => {
    expect(() => flips({ readVoltageV: 0.5, readsBetweenWrites: 1 })).toThrow(
      /Parameter "readVoltageV" cannot be 0.5. Its read current is 1.25 times.*less than 0.4 V/,
    );
    expect(flips({ readVoltageV: 0.5 })).toEqual({ plusToMinus: rate, minusToPlus: rate });
  });
});

import { randomStream } from '@bitfront/math';
import { describe, expect, it } from 'vitest';
import { retentionErrorRate } from './retention-error-rate.ts';
import { expectWithinThree } from './within-deviations.fixture.ts';

const tenYearsS = 3.15576e8;
const rate = (thermalStability: number, storageTimeS: number, attemptTimeNs = 1) =>
  retentionErrorRate({ thermalStability, storageTimeS, attemptTimeNs });

describe('retentionErrorRate', () => {
  it('is (t / τ₀) · e^−Δ while that is small', () => {
    // Ten years at Δ = 60: 3.15576e17 · e^−60 = 3.15576e17 · 8.756511e-27 = 2.763345e-9.
    expect(rate(60, tenYearsS) / 2.763345e-9).toBeCloseTo(1, 6);
    expect(rate(60, tenYearsS, 2) / rate(60, tenYearsS)).toBeCloseTo(0.5, 8);
  });

  it('has the value computed by hand in between', () => {
    // Δ = ln 1e9, t = 0.5 s: ½(1 − e^−1) = 0.3160603.
    expect(rate(Math.log(1e9), 0.5)).toBeCloseTo(0.3160603, 7);
  });

  it('is 0 without storage, and a half in the end', () => {
    expect(Object.is(rate(60, 0), 0)).toBe(true);
    expect(rate(20, 1e10)).toBe(0.5);
  });

  it('agrees with 100,000 bits that jump to and fro', () => {
    // One jump per second on average each way, waited for one after the other; an odd number of them is an error.
    const stream = randomStream('1', 'jumps');
    let wrong = 0;
    for (let draw = 0; draw < 100_000; draw++) {
      let jumps = 0;
      let time = -Math.log(stream.uniformOpen());
      while (time < 0.7) {
        jumps++;
        time += -Math.log(stream.uniformOpen());
      }
      wrong += jumps % 2;
    }
    expectWithinThree(rate(Math.log(1e9), 0.7), wrong, 100_000);
  });

  it('rises with time, falls with the barrier', () => {
    expect(rate(40, 2)).toBeGreaterThan(rate(40, 1));
    expect(rate(41, 1)).toBeLessThan(rate(40, 1));
  });

  it('refuses what no memory has', () => {
    expect(() => rate(60, -1)).toThrow(/"storageTimeS" cannot be -1/);
    expect(() => rate(60, 1, 0)).toThrow(/"attemptTimeNs" cannot be 0/);
  });
});

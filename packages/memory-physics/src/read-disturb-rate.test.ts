import { randomStream } from '@bitfront/math';
import { describe, expect, it } from 'vitest';
import { type Reads, readDisturbRate } from './read-disturb-rate.ts';
import { expectWithinThree } from './within-deviations.fixture.ts';

const reads: Reads = {
  thermalStability: 60,
  readsBetweenWrites: 1e6,
  readTimeNs: 5,
  attemptTimeNs: 1,
  relativeReadCurrent: 0.5,
  barrierExponent: 1,
};
const rate = (more: Partial<Reads>) => readDisturbRate({ ...reads, ...more });

describe('readDisturbRate', () => {
  it('has the value computed by hand', () => {
    // 5e6 · e^−30 = 5e6 · 9.357623e-14 = 4.678811e-7, small enough to be the probability to 2e-7.
    expect(rate({}) / 4.678811e-7).toBeCloseTo(1, 6);
    // Δ(1 − ½)² = 15: 5e6 · e^−15 = 1.529512; 1 − e^−1.529512 = 0.783358.
    expect(rate({ barrierExponent: 2 })).toBeCloseTo(0.783358, 5);
  });

  it('is 0 without reads and near 1 for a current that takes the barrier away', () => {
    expect(Object.is(rate({ readsBetweenWrites: 0 }), 0)).toBe(true);
    expect(rate({ relativeReadCurrent: 1 })).toBe(1);
  });

  it('agrees with 20,000 bits that are read 40 times', () => {
    // Δ = ln 100 without current: each read of 1 ns leaves a bit alone with the chance e^−0.01.
    const stream = randomStream('1', 'reads');
    let turned = 0;
    for (let draw = 0; draw < 20_000; draw++)
      for (let read = 0; read < 40; read++)
        if (stream.uniform() > Math.exp(-0.01)) {
          turned++;
          break;
        }
    const few = { thermalStability: Math.log(100), readsBetweenWrites: 40, readTimeNs: 1 };
    expectWithinThree(rate({ ...few, relativeReadCurrent: 0 }), turned, 20_000);
  });

  it('rises with reads and current, falls with the barrier', () => {
    expect(rate({ readsBetweenWrites: 2e6 })).toBeGreaterThan(rate({}));
    expect(rate({ relativeReadCurrent: 0.6 })).toBeGreaterThan(rate({}));
    expect(rate({ thermalStability: 70 })).toBeLessThan(rate({}));
  });

  it.each([
    ['relativeReadCurrent', 1.2],
    ['readsBetweenWrites', -1],
    ['attemptTimeNs', 0],
  ])('refuses %s of %f', (name, value) => {
    expect(() => rate({ [name]: value })).toThrow(`"${name}" cannot be ${value}`);
  });
});

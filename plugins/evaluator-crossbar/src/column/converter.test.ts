import { randomStream } from '@bitfront/math';
import { describe, expect, it } from 'vitest';
import { type Converter, converter } from './converter.ts';

const levelsOf = ({ range, step, lastCode }: Converter) =>
  Array.from({ length: lastCode + 1 }, (_, code) => code * step - range);

describe('converter', () => {
  it('has the sums as levels where it has enough of them', () => {
    const unipolar = converter(3, { drive: 'unipolar', adcBits: 3, adcRangeSigmas: 0 });
    expect(levelsOf(unipolar)).toEqual([-3, -2, -1, 0, 1, 2, 3]);
    expect(unipolar.levelsLost).toBe(0);
    const bipolar = converter(3, { drive: 'bipolar', adcBits: 2, adcRangeSigmas: 0 });
    expect(levelsOf(bipolar)).toEqual([-3, -1, 1, 3]);
    expect(bipolar.levelsLost).toBe(0);
  });

  it('spreads too few levels evenly from end to end', () => {
    expect(levelsOf(converter(6, { drive: 'unipolar', adcBits: 2, adcRangeSigmas: 0 }))).toEqual([-6, 0, 6]);
    expect(levelsOf(converter(6, { drive: 'bipolar', adcBits: 2, adcRangeSigmas: 0 }))).toEqual([
      -6, -2, 2, 6,
    ]);
  });

  it('clips at a number of standard deviations, rounded up to a possible sum', () => {
    // √(128 / 2) = 8: three of them are 24.
    expect(converter(128, { drive: 'unipolar', adcBits: 8, adcRangeSigmas: 3 })).toMatchObject({
      range: 24,
      step: 1,
      levelsLost: 0,
    });
    // √121 = 11: two of them are 22, and sums of 121 signs are odd.
    expect(converter(121, { drive: 'bipolar', adcBits: 8, adcRangeSigmas: 2 }).range).toBe(23);
    // Never beyond what is possible.
    expect(converter(4, { drive: 'bipolar', adcBits: 8, adcRangeSigmas: 50 }).range).toBe(4);
  });

  it('has finite steps, codes within its bits and possible sums as ranges, for all parameters', () => {
    const random = randomStream('converter');
    for (let trial = 0; trial < 2000; trial++) {
      const drive = random.uniform() < 0.5 ? 'unipolar' : 'bipolar';
      const adcBits = 2 + random.integer(15);
      const rows = 1 + random.integer(trial % 2 === 0 ? 5 : 3000);
      const adcRangeSigmas = trial % 3 === 0 ? 0 : 6 * random.uniform();
      const made = converter(rows, { drive, adcBits, adcRangeSigmas });
      expect(made.step >= (drive === 'unipolar' ? 1 : 2) && made.step <= 2 * rows).toBe(true);
      expect(made.lastCode >= 1 && made.lastCode < 2 ** adcBits).toBe(true);
      expect(made.range > 0 && made.range <= rows && Number.isInteger(made.range)).toBe(true);
      if (drive === 'bipolar') expect((rows - made.range) % 2).toBe(0);
      const sums = (2 * made.range) / (drive === 'unipolar' ? 1 : 2) + 1;
      expect(made.levelsLost).toBe(Math.max(0, sums - 2 ** adcBits + (drive === 'unipolar' ? 1 : 0)));
      // The last level is the upper end of the range.
      expect(made.lastCode * made.step - made.range).toBeCloseTo(made.range, 9);
    }
  });
});

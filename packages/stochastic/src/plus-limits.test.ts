import { randomStream } from '@bitfront/math';
import { describe, expect, it } from 'vitest';
import { openNumbers } from './open-numbers.ts';
import { plusLimits, plusProbabilities } from './plus-limits.ts';
import { generatorSource, sharings } from './sources.fixture.ts';

const kinds = ['lfsr', 'sobol', 'van-der-corput'] as const;
const comparisons = {
  lfsr: ['at-most'],
  sobol: ['below', 'below-with-carry'],
  'van-der-corput': ['below'],
} as const;
const cases = kinds.flatMap((kind) =>
  comparisons[kind].flatMap((comparison) =>
    [3, 5, 8, 10].map((bits) => generatorSource({ kind, bits, comparison, sharing: 'rotated' })),
  ),
);

describe('plusProbabilities', () => {
  it.each(cases)('are the frequencies of a period, in every lane: $kind, $bits, $comparison', (source) => {
    const numbers = openNumbers(source, 1, randomStream('p'));
    const [limits, expected] = [plusLimits(source, 255), plusProbabilities(source, 255)];
    const ones = Array.from({ length: numbers.lanes }, () => new Uint32Array(256));
    const now = new Uint32Array(numbers.lanes);
    for (let step = 0; step < numbers.period; step++) {
      numbers.next(now);
      for (const [lane, number] of now.entries())
        for (let value = 0; value < 256; value++) if (number < limits[value]!) ones[lane]![value]!++;
    }
    for (const lane of ones)
      expect(Array.from(lane, (count) => count / numbers.period)).toEqual([...expected]);
  });

  it.each([8, 16, 24, 32])('are v / 255 exactly for shift registers of %i bits', (bits) => {
    const source = generatorSource({ kind: 'lfsr', bits, sharing: 'shared' });
    const p = plusProbabilities(source, 255);
    for (let value = 0; value < 256; value++) expect(p[value]).toBeCloseTo(value / 255, 15);
  });

  it('are v / 256 for an 8-bit counter, and (v + first bit) / 256 with carry', () => {
    const plain = plusProbabilities(
      generatorSource({ kind: 'sobol', bits: 8, sharing: 'shared', comparison: 'below' }),
      255,
    );
    const carry = plusProbabilities(generatorSource({ kind: 'sobol', bits: 8, sharing: 'shared' }), 255);
    expect([0, 1, 127, 128, 255].map((v) => 256 * plain[v]!)).toEqual([0, 1, 127, 128, 255]);
    expect([0, 1, 127, 128, 255].map((v) => 256 * carry[v]!)).toEqual([0, 1, 127, 129, 256]);
  });

  const all = kinds.flatMap((kind) => sharings.map((sharing) => ({ kind, sharing })));
  it.each(all)('keep black and white constant: $kind $sharing', ({ kind, sharing }) => {
    for (let bits = 3; bits <= 32; bits++) {
      const source = generatorSource({ kind, sharing, bits });
      const p = plusProbabilities(source, 255);
      expect([p[0], p[255]]).toEqual([0, 1]);
      // Within one step of the source's width of the exact value.
      for (let value = 0; value < 256; value++)
        expect(Math.abs(p[value]! - value / 255)).toBeLessThanOrEqual(1 / 2 ** bits + 1e-15);
    }
  });

  it('scale other ranges to 8 bits', () => {
    const source = generatorSource({ kind: 'lfsr', bits: 8, sharing: 'shared' });
    expect([...plusProbabilities(source, 1).subarray(0, 2)]).toEqual([0, 1]);
    expect(plusProbabilities(source, 15)[5]).toBe(85 / 255);
  });
});

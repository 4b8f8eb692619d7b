import { normalQuantile, normalTail, randomStream } from '@bitfront/math';
import { describe, expect, it } from 'vitest';
import type { LogNormalStates } from './log-normal-states.ts';
import { referenceReadErrors } from './reference-read-errors.ts';
import { expectWithinThree } from './within-deviations.fixture.ts';

const states: LogNormalStates = {
  logGap: 2,
  lowLogSpread: 0.4,
  highLogSpread: 0.9,
  comparatorLogOffset: 0,
};

describe('referenceReadErrors', () => {
  it('is Q(d / (σ_L + σ_H)) at the equal-error reference of an ideal comparator', () => {
    // 2.3263479 · (0.5 + 0.5): Q(2.3263479) = 0.01.
    const gap = -normalQuantile(0.01);
    const errors = referenceReadErrors(
      { ...states, logGap: gap, lowLogSpread: 0.5, highLogSpread: 0.5 },
      'equal-error',
    );
    expect(errors.lowReadsHigh).toBeCloseTo(0.01, 12);
    expect(errors.highReadsLow).toBe(errors.lowReadsHigh);
  });

  it.each([0, 0.2, 1.5])('puts that reference where both rates are equal, with an offset of %f', (s) => {
    const some = { ...states, comparatorLogOffset: s };
    const [low, high] = [Math.sqrt(0.4 ** 2 + s * s), Math.sqrt(0.9 ** 2 + s * s)];
    const equal = referenceReadErrors(some, 'equal-error').lowReadsHigh;
    const { lowReadsHigh, highReadsLow } = referenceReadErrors(some, (low * 2) / (low + high));
    expect(lowReadsHigh / equal).toBeCloseTo(1, 12);
    expect(highReadsLow / equal).toBeCloseTo(1, 12);
  });

  it('has unequal rates at the midpoint, the narrower state reading better', () => {
    const { lowReadsHigh, highReadsLow } = referenceReadErrors(states, 'midpoint');
    expect(lowReadsHigh).toBe(normalTail(1 / 0.4));
    expect(highReadsLow).toBe(normalTail(1 / 0.9));
    expect(referenceReadErrors(states, 1)).toEqual({ lowReadsHigh, highReadsLow });
  });

  it.each(['equal-error', 'midpoint', 0.5] as const)(
    'agrees with 200,000 random cells at %s, offset included',
    (reference) => {
      const some = { ...states, comparatorLogOffset: 0.5 };
      const { lowReadsHigh, highReadsLow } = referenceReadErrors(some, reference);
      const [a, b] = [Math.sqrt(0.16 + 0.25), Math.sqrt(0.81 + 0.25)];
      const at = reference === 'equal-error' ? (2 * a) / (a + b) : reference === 'midpoint' ? 1 : reference;
      const stream = randomStream('1', 'cells', reference);
      let [low, high] = [0, 0];
      for (let draw = 0; draw < 200_000; draw++) {
        if (0.4 * stream.normal() + 0.5 * stream.normal() > at) low++;
        if (2 + 0.9 * stream.normal() + 0.5 * stream.normal() < at) high++;
      }
      expectWithinThree(lowReadsHigh, low, 200_000);
      expectWithinThree(highReadsLow, high, 200_000);
    },
  );

  it('falls with the gap and rises with every spread', () => {
    const at = (more: Partial<LogNormalStates>) =>
      referenceReadErrors({ ...states, ...more }, 'equal-error').lowReadsHigh;
    expect(at({ logGap: 3 })).toBeLessThan(at({}));
    for (const more of [{ lowLogSpread: 0.5 }, { highLogSpread: 1 }, { comparatorLogOffset: 0.1 }])
      expect(at(more)).toBeGreaterThan(at({}));
  });

  it.each([
    [{ lowLogSpread: -0.1 }, 'lowLogSpread'],
    [{ highLogSpread: 0 }, 'highLogSpread'],
    [{ comparatorLogOffset: -1 }, 'comparatorLogOffset'],
    [{ logGap: Number.NaN }, 'logGap'],
  ])('refuses %o', (more, name) => {
    expect(() => referenceReadErrors({ ...states, ...more }, 'midpoint')).toThrow(`"${name}" cannot be`);
  });

  it('refuses a reference beyond a median', () => {
    expect(() => referenceReadErrors(states, 2.1)).toThrow(/"reference" cannot be 2.1.*0 to 2/);
  });
});

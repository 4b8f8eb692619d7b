import { normalQuantile, randomStream } from '@bitfront/math';
import { describe, expect, it } from 'vitest';
import { differentialReadErrors } from './differential-read-errors.ts';
import { referenceReadErrors } from './reference-read-errors.ts';
import { expectWithinThree } from './within-deviations.fixture.ts';

describe('differentialReadErrors', () => {
  // Computed independently from the closed forms and confirmed there by 2e7 draws.
  it.each([
    [1e-2, 1, '5.0e-4'],
    [1e-2, 2, '9.0e-4'],
    [1e-2, 3, '1.6e-3'],
    [1e-4, 1, '7.2e-8'],
    [1e-4, 2, '3.0e-7'],
    [1e-4, 3, '1.3e-6'],
  ])('a pair of cells of BER₁ = %f with σ_H = %i σ_L has %s', (single, ratio, expected) => {
    const logGap = -normalQuantile(single) * 0.25 * (1 + ratio);
    const states = { logGap, lowLogSpread: 0.25, highLogSpread: 0.25 * ratio, comparatorLogOffset: 0 };
    expect(referenceReadErrors(states, 'equal-error').lowReadsHigh / single).toBeCloseTo(1, 10);
    const { plusToMinus, minusToPlus } = differentialReadErrors(states, 0);
    expect(plusToMinus.toExponential(1)).toBe(expected);
    expect(minusToPlus).toBe(plusToMinus);
  });

  it('agrees with 200,000 random pairs at an amplifier with a fixed offset', () => {
    const states = { logGap: 1.5, lowLogSpread: 0.3, highLogSpread: 0.9, comparatorLogOffset: 0.2 };
    const fixed = 0.4;
    const { plusToMinus, minusToPlus } = differentialReadErrors(states, fixed);
    const stream = randomStream('1', 'pairs');
    let [plus, minus] = [0, 0];
    for (let draw = 0; draw < 200_000; draw++) {
      const gap = 1.5 + 0.9 * stream.normal() - 0.3 * stream.normal();
      const offset = fixed + 0.2 * stream.normal();
      if (gap + offset < 0) plus++;
      if (-gap + offset > 0) minus++;
    }
    expectWithinThree(plusToMinus, plus, 200_000);
    expectWithinThree(minusToPlus, minus, 200_000);
  });

  it('changes its two rates with the sign of a fixed offset', () => {
    const states = { logGap: 1, lowLogSpread: 0.5, highLogSpread: 0.5, comparatorLogOffset: 0 };
    const right = differentialReadErrors(states, 0.3);
    const left = differentialReadErrors(states, -0.3);
    expect(left).toEqual({ plusToMinus: right.minusToPlus, minusToPlus: right.plusToMinus });
    expect(right.plusToMinus).toBeLessThan(right.minusToPlus);
  });
});

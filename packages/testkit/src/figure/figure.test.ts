import { describe, expect, it } from 'vitest';
import { expectRelative } from './expect-relative.ts';
import { expectCurve } from './golden-curve.ts';
import { withinFactor } from './within-factor.ts';

const missed = expect.objectContaining({ code: 'FIGURE_NOT_MATCHED' });

describe('expectRelative', () => {
  it('accepts up to the tolerance, ends included', () => {
    expectRelative('x', 110, 100, 0.1);
    expectRelative('x', -90, -100, 0.1);
    expectRelative('x', 0, 0, 0.1);
  });

  it.each([
    [111, 100],
    [89, 100],
    [-100, 100],
    [1e-30, 0],
    [Number.NaN, 1],
  ])('refuses %d for %d', (actual, expected) => {
    expect(() => expectRelative('x', actual, expected, 0.1)).toThrow(missed);
  });

  it('says what was expected', () => {
    expect(() => expectRelative('Fig. 3', 2, 1, 0.25)).toThrow('Fig. 3 is 2, expected 1 within 25 %.');
  });
});

describe('withinFactor', () => {
  it('accepts a factor up and down', () => {
    withinFactor('x', 20, 10, 2);
    withinFactor('x', 5, 10, 2);
  });

  it.each([21, 4.9, -10, 0, Number.NaN, Number.POSITIVE_INFINITY])(
    'refuses %d for 10 within a factor of 2',
    (actual) => {
      expect(() => withinFactor('x', actual, 10, 2)).toThrow(missed);
    },
  );
});

describe('expectCurve', () => {
  const curve = {
    where: 'Fig. 2',
    points: [
      [1, 1],
      [3, 9],
    ],
    tolerance: 0.01,
  } as const;

  it('accepts a model that meets every point, and names the point that it misses', () => {
    expectCurve((x) => x * x, curve);
    expect(() => expectCurve((x) => 2 * x - 1, curve)).toThrow('Fig. 2 at 3 is 5, expected 9');
  });
});

import { describe, expect, it } from 'vitest';
import { isMet, toleranceText } from './tolerance.ts';
import { verdictOf } from './verdict.ts';

describe('a verdict', () => {
  const claim = { published: 2.1, tolerance: { factor: 1.2 }, direction: { above: 1 } } as const;

  it.each([
    [2.1, 'reproduced'],
    [2.52, 'reproduced'],
    [1.75, 'reproduced'],
    [1.74, 'direction only'],
    [9, 'direction only'],
    [1, 'not reproduced'],
    [0.5, 'not reproduced'],
    [Number.NaN, 'not reproduced'],
  ])('of %d is: %s', (value, verdict) => expect(verdictOf(claim, { value })).toBe(verdict));

  it('is no better than what can be said at all', () => {
    expect(verdictOf({ ...claim, atBest: 'direction only' }, { value: 2.1 })).toBe('direction only');
    expect(verdictOf({ ...claim, atBest: 'direction only' }, { value: 0.9 })).toBe('not reproduced');
  });

  it('does not look at the interval, and knows no direction where the claim names none', () => {
    expect(verdictOf(claim, { value: 0.9, low95: 0, high95: 4 })).toBe('not reproduced');
    expect(verdictOf({ published: 2.1, tolerance: { within: 0.1 } }, { value: 2.3 })).toBe('not reproduced');
  });
});

describe('a limit', () => {
  const gain = { published: 'gains', tolerance: { atLeast: 5 }, direction: { above: 0 } } as const;

  it('is met for sure only where the interval stays on the side of the claim', () => {
    expect(verdictOf(gain, { value: 6, low95: 1, high95: 11 })).toBe('reproduced');
    expect(verdictOf(gain, { value: 6, low95: -1, high95: 13 })).toBe('direction only');
    expect(verdictOf(gain, { value: 4, low95: 3, high95: 5 })).toBe('direction only');
    expect(verdictOf(gain, { value: -4, low95: -13, high95: 5 })).toBe('not reproduced');
    const near = { published: 3, tolerance: { within: 1 }, direction: { above: 0 } } as const;
    expect(verdictOf(near, { value: 2.5, low95: -1, high95: 6 })).toBe('reproduced');
  });

  it('judges words, which no neighbourhood could', () => {
    expect(verdictOf({ published: 'little', tolerance: { atMost: 0.5 } }, { value: 0.4 })).toBe('reproduced');
    expect(verdictOf({ published: 'little', tolerance: { within: 0.5 } }, { value: 0.4 })).toBe(
      'not reproduced',
    );
  });
});

describe('a tolerance', () => {
  it.each([
    [{ within: 0.5 }, 1, 1.5, true],
    [{ within: 0.5 }, 1, 1.51, false],
    [{ within: 0.5 }, 1, 0.5, true],
    [{ relative: 0.01 }, 200, 202, true],
    [{ relative: 0.01 }, 200, 197.9, false],
    [{ relative: 0.01 }, -200, -202, true],
    [{ factor: 2 }, 10, 5, true],
    [{ factor: 2 }, 10, 20, true],
    [{ factor: 2 }, 10, 4.99, false],
    [{ atMost: 3 }, 1, 3, true],
    [{ atMost: 3 }, 1, 3.01, false],
    [{ atLeast: 3 }, 1, 3, true],
    [{ atLeast: 3 }, 1, 2.99, false],
  ])('%o of %d takes %d: %s', (tolerance, published, value, met) =>
    expect(isMet(tolerance, published, value)).toBe(met),
  );

  it('is written with the unit of the claim', () => {
    expect(toleranceText({ within: 0.5 }, 'points')).toBe('± 0.5 points');
    expect(toleranceText({ relative: 0.01 }, '1')).toBe('± 0.01 of it');
    expect(toleranceText({ factor: 1.2 }, '×')).toBe('a factor of 1.2');
    expect(toleranceText({ atMost: 2 }, '1')).toBe('at most 2');
    expect(toleranceText({ atLeast: 8 }, 'points')).toBe('at least 8 points');
  });
});

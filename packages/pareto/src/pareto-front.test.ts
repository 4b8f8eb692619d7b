import { describe, expect, it } from 'vitest';
import { dominates } from './dominates.ts';
import { paretoFront } from './pareto-front.ts';

describe('dominates', () => {
  it.each([
    [[1, 2], [1, 3], true],
    [[1, 2], [1, 2], false],
    [[1, 3], [2, 2], false],
    [[2, 2], [1, 3], false],
    [[0], [-0], false],
    [[-1], [0], true],
  ])('%j over %j: %s', (a, b, wanted) => {
    expect(dominates(a, b)).toBe(wanted);
  });

  it('refuses vectors of different length', () => {
    expect(() => dominates([1], [1, 2])).toThrow(expect.objectContaining({ code: 'FRONT_SHAPE_INVALID' }));
  });
});

describe('paretoFront', () => {
  it.each([1, 2, 3, 4, 5])('agrees with the naive oracle on random, tied and repeated rows, m = %i', (m) => {
    const random = generator(m);
    for (let round = 0; round < 150; round++) {
      const levels = [2, 3, 10, 1e9][round % 4] ?? 2;
      const n = round % 75;
      // Whole numbers about 0: ties, duplicates, negative values and both zeros.
      const points = Float64Array.from({ length: n * m }, () => Math.round((random() - 0.5) * levels));
      expect([...paretoFront(points, m)]).toEqual(naiveFront(points, m));
    }
  });

  it.each([2, 3, 4])('agrees with a filter by blocks where the pre-filter is at work, m = %i', (m) => {
    const random = generator(10 + m);
    const points = Float64Array.from({ length: 20_000 * m }, () => Math.floor(random() * 300) / 300);
    const front = paretoFront(points, m);
    const kept = new Set(front);
    // Every row is dominated by a member of the front or is itself a member, and no member dominates another.
    for (let row = 0; row < 20_000; row++) {
      const vector = points.subarray(row * m, row * m + m);
      const dominated = front.some((member) =>
        dominates(points.subarray(member * m, member * m + m), vector),
      );
      expect(kept.has(row)).toBe(!dominated);
    }
  });

  it.each([2, 3, 4])('keeps all of 20,000 mutually non-dominated rows, m = %i', (m) => {
    const random = generator(20 + m);
    const points = new Float64Array(20_000 * m);
    for (let row = 0; row < 20_000; row++) {
      let rest = 1;
      for (let c = 0; c < m - 1; c++) {
        // Multiples of 2^-20, so that the sums are exact.
        points[row * m + c] = Math.floor(random() * 2 ** 20) / 2 ** 20;
        rest -= points[row * m + c] ?? 0;
      }
      points[row * m + m - 1] = rest;
    }
    expect(paretoFront(points, m)).toHaveLength(20_000);
  });

  it.each([1, 2, 3, 4, 5])('keeps all of equal rows, one row, and no rows, m = %i', (m) => {
    expect(paretoFront(new Float64Array(10_000 * m).fill(0.3), m)).toHaveLength(10_000);
    expect([...paretoFront(new Float64Array(m).fill(-7), m)]).toEqual([0]);
    expect([...paretoFront(new Float64Array(0), m)]).toEqual([]);
  });

  it('tells apart neighbours in the last bit, and the extremes of the range', () => {
    const tiny = 5e-324;
    expect([...paretoFront(Float64Array.of(1, 1, 1 + Number.EPSILON, 1, 1, 1), 2)]).toEqual([0, 2]);
    expect([...paretoFront(Float64Array.of(tiny, 0, 0, tiny, -tiny, 1e308, 1e308, -1e308), 2)]).toEqual([
      0, 1, 2, 3,
    ]);
    expect([...paretoFront(Float64Array.of(0, 1, -0, 1, 0, 2), 2)]).toEqual([0, 1]);
  });

  it('takes both zeros for one value among many rows', () => {
    const points = Float64Array.from({ length: 200 }, (_, i) =>
      i % 2 === 1 ? (i >> 1) % 3 : i % 4 === 0 ? 0 : -0,
    );
    expect([...paretoFront(points, 2)]).toEqual(naiveFront(points, 2));
  });

  it('leaves the points as they are', () => {
    const points = Float64Array.of(3, 1, 2, 2, 1, 3, 3, 3);
    paretoFront(points, 2);
    expect([...points]).toEqual([3, 1, 2, 2, 1, 3, 3, 3]);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])('refuses %s', (value) => {
    expect(() => paretoFront(Float64Array.of(1, 2, 3, value), 2)).toThrow(
      expect.objectContaining({ code: 'FRONT_VALUE_INVALID', what: `Objective 2 of point 2 is ${value}.` }),
    );
  });

  it.each([0, -1, 1.5, 2])('refuses 3 numbers as rows of %s', (m) => {
    expect(() => paretoFront(new Float64Array(3), m)).toThrow(
      expect.objectContaining({ code: 'FRONT_SHAPE_INVALID' }),
    );
  });
});

function naiveFront(points: Float64Array, m: number): number[] {
  const rows = Array.from({ length: points.length / m }, (_, row) => points.subarray(row * m, row * m + m));
  return rows.flatMap((row, i) => (rows.some((other) => dominates(other, row)) ? [] : [i]));
}

/** Lehmer's generator with the multiplier of Park and Miller, Comm. ACM 31 (1988) 1192. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

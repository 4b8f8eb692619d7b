import { describe, expect, it } from 'vitest';
import { hypervolume } from './hypervolume.ts';

describe('hypervolume', () => {
  it('has the closed forms of boxes', () => {
    expect(hypervolume(Float64Array.of(), 3, [1, 1, 1])).toBe(0);
    expect(hypervolume(Float64Array.of(2, 5, 3), 1, [7])).toBe(5);
    expect(hypervolume(Float64Array.of(0.25, 0.5), 2, [1, 1])).toBe(0.375);
    // Two boxes that share one: 1*2 + 2*1 - 1*1, times 3 for an equal third objective.
    expect(hypervolume(Float64Array.of(0, 1, 1, 0), 2, [2, 2])).toBe(3);
    expect(hypervolume(Float64Array.of(0, 1, -1, 1, 0, -1), 3, [2, 2, 2])).toBe(9);
    for (let m = 1; m <= 6; m++) {
      expect(hypervolume(new Float64Array(m).fill(-1), m, new Array(m).fill(1))).toBe(2 ** m);
    }
  });

  it('ignores points outside the box, dominated points and repeats', () => {
    const points = Float64Array.of(0, 1, 1, 0, 1, 1, 0, 1, 2, -5, -5, 3);
    expect(hypervolume(points, 2, [2, 2])).toBe(3);
  });

  it.each([1, 2, 3, 4, 5])('agrees with inclusion and exclusion, m = %i', (m) => {
    let state = 31 + m;
    for (let round = 0; round < 40; round++) {
      const points = Float64Array.from({ length: (1 + (round % 9)) * m }, () => {
        state = (state * 48271) % 2147483647;
        return state % 7;
      });
      const reference = Array.from({ length: m }, (_, c) => 5 + (c % 2));
      // Whole numbers: both are exact.
      expect(hypervolume(points, m, reference)).toBe(inclusionExclusion(points, m, reference));
    }
  });

  // Reference (1.1, 1.1). Areas under the true curves by integration: ZDT1 f2 = 1 - sqrt(f1), ZDT2 f2 = 1 - f1^2.
  it.each([
    ['ZDT1', (x: number) => 1 - Math.sqrt(x), 0.21 + 2 / 3],
    ['ZDT2', (x: number) => 1 - x * x, 0.21 + 1 / 3],
  ])('%s: samples of the true front come close to its exact value from below', (_name, front, exact) => {
    const n = 20_000;
    const points = Float64Array.from({ length: 2 * (n + 1) }, (_, i) => {
      const x = ((i >> 1) / n) ** 2;
      return i % 2 === 0 ? x : front(x);
    });
    const value = hypervolume(points, 2, [1.1, 1.1]);
    expect(value).toBeLessThan(exact);
    expect(exact - value).toBeLessThan(1.5e-4);
  });

  it('DTLZ2: samples of the sphere come close to 1.1^3 - pi/6 from below', () => {
    const n = 120;
    const points: number[] = [];
    for (let i = 0; i <= n; i++) {
      for (let j = 0; j <= n; j++) {
        const [a, b] = [((i / n) * Math.PI) / 2, ((j / n) * Math.PI) / 2];
        points.push(Math.cos(a) * Math.cos(b), Math.cos(a) * Math.sin(b), Math.sin(a));
      }
    }
    const exact = 1.331 - Math.PI / 6;
    const value = hypervolume(Float64Array.from(points), 3, [1.1, 1.1, 1.1]);
    expect(value).toBeLessThan(exact);
    expect(exact - value).toBeLessThan(0.02);
  });

  it('a fourth objective that is constant multiplies the volume of the other three', () => {
    let state = 5;
    const next = () => {
      state = (state * 48271) % 2147483647;
      return (state % 64) / 64;
    };
    const three = Float64Array.from({ length: 180 }, next);
    const four = Float64Array.from({ length: 240 }, (_, i) =>
      i % 4 === 3 ? 0.5 : (three[(i >> 2) * 3 + (i % 4)] ?? 0),
    );
    expect(hypervolume(four, 4, [1, 1, 1, 1])).toBe(hypervolume(three, 3, [1, 1, 1]) / 2);
  });

  it('refuses NaN and a reference of another length', () => {
    const invalid = (code: string) => expect.objectContaining({ code });
    expect(() => hypervolume(Float64Array.of(1, Number.NaN), 2, [2, 2])).toThrow(
      invalid('FRONT_VALUE_INVALID'),
    );
    expect(() => hypervolume(Float64Array.of(1, 1), 2, [2, Infinity])).toThrow(
      invalid('FRONT_VALUE_INVALID'),
    );
    expect(() => hypervolume(Float64Array.of(1, 1), 2, [2])).toThrow(invalid('FRONT_SHAPE_INVALID'));
  });
});

/** Sum over all non-empty subsets of (-1)^(size + 1) times the volume that the whole subset shares. */
function inclusionExclusion(points: Float64Array, m: number, reference: readonly number[]): number {
  const n = points.length / m;
  let total = 0;
  for (let subset = 1; subset < 1 << n; subset++) {
    let sign = -1;
    const corner = new Array<number>(m).fill(Number.NEGATIVE_INFINITY);
    for (let row = 0; row < n; row++) {
      if (((subset >> row) & 1) === 0) continue;
      sign = -sign;
      for (let c = 0; c < m; c++) corner[c] = Math.max(corner[c] ?? 0, points[row * m + c] ?? 0);
    }
    total += corner.reduce((product, value, c) => product * Math.max(0, (reference[c] ?? 0) - value), sign);
  }
  return total;
}

import { randomStream } from '@bitfront/math';
import { describe, expect, it } from 'vitest';
import { binomialTable, drawCounts } from './binomial-table.ts';
import { wordStream } from './word-stream.ts';

const draws = (T: number, level: number, count: number, key = 'x') => {
  const ones = new Uint16Array(count);
  const values = new Uint8Array(count).fill(level);
  drawCounts(binomialTable(T, 255), wordStream(randomStream(key), 512), values, 0, ones);
  return Int32Array.from(ones, (k) => 2 * k - T);
};

describe('binomialTable', () => {
  it('holds the distribution: T = 3, p = 1/5 by hand', () => {
    // (4/5)^3 = 0.512, + 3 · (1/5) (4/5)^2 = 0.896, + 3 · (1/5)^2 (4/5) = 0.992
    const { high } = binomialTable(3, 255);
    const shown = Array.from(high.subarray(51 * 4, 51 * 4 + 3), (word) => word / 2 ** 32);
    expect(shown[0]).toBeCloseTo(0.512, 9);
    expect(shown[1]).toBeCloseTo(0.896, 9);
    expect(shown[2]).toBeCloseTo(0.992, 9);
  });

  it('draws 0 of black and T of white without a random number', () => {
    expect(new Set(draws(16, 0, 100))).toEqual(new Set([-16]));
    expect(new Set(draws(16, 255, 100))).toEqual(new Set([16]));
  });

  it.each([
    [16, 100],
    [2, 3],
    [5, 250],
    [33, 128],
  ])('follows the binomial law: chi-square for T = %i, level %i', (T, level) => {
    const n = 100_000;
    const observed = new Float64Array(T + 1);
    for (const sum of draws(T, level, n)) observed[(sum + T) / 2]!++;
    let [chiSquare, cells, restSeen, restExpected] = [0, 0, 0, 0];
    for (let k = 0; k <= T; k++) {
      const expected = n * binomial(T, k, level / 255);
      if (expected < 20) [restSeen, restExpected] = [restSeen + observed[k]!, restExpected + expected];
      else [chiSquare, cells] = [chiSquare + (observed[k]! - expected) ** 2 / expected, cells + 1];
    }
    if (restExpected > 5) chiSquare += (restSeen - restExpected) ** 2 / restExpected;
    // Mean f and variance 2f: 4 standard deviations above the mean.
    expect(chiSquare).toBeLessThan(cells + 4 * Math.sqrt(2 * cells));
  });

  it('has the mean and variance of T = 4096 draws, where single probabilities underflow', () => {
    const n = 20_000;
    const sums = draws(4096, 77, n);
    const p = 77 / 255;
    const mean = sums.reduce((a, b) => a + b, 0) / n;
    const variance = sums.reduce((a, b) => a + (b - mean) ** 2, 0) / (n - 1);
    const expected = 4 * 4096 * p * (1 - p);
    expect(Math.abs(mean - 4096 * (2 * p - 1))).toBeLessThan(3.5 * Math.sqrt(expected / n));
    expect(Math.abs(variance / expected - 1)).toBeLessThan(3.5 * Math.sqrt(2 / n));
  });

  it('gives mean pre-activations the variance Σ 4p(1 − p) / T', () => {
    // The law of the stochastic first layer: the same for every neuron, because w² = 1.
    const [T, features, n] = [8, 60, 20_000];
    const values = Uint8Array.from({ length: features }, (_, index) => (index * 37) % 256);
    const law = values.reduce((sum, v) => sum + 4 * (v / 255) * (1 - v / 255), 0) / T;
    const [table, words] = [binomialTable(T, 255), wordStream(randomStream('law'), 4096)];
    const ones = new Uint8Array(features);
    let [total, squares] = [0, 0];
    for (let image = 0; image < n; image++) {
      drawCounts(table, words, values, 0, ones);
      const z = ones.reduce((sum, k, index) => sum + (index % 3 === 0 ? 1 : -1) * (2 * k - T), 0) / T;
      total += z;
      squares += z * z;
    }
    const variance = squares / n - (total / n) ** 2;
    expect(Math.abs(variance / law - 1)).toBeLessThan(3.5 * Math.sqrt(2 / n));
  });

  it('settles a tie of the first word with a second one', () => {
    const table = binomialTable(1, 255);
    const boundary = { high: table.high[100 * 2]!, low: table.low[100 * 2]! };
    for (const [second, expected] of [
      [boundary.low - 1, -1],
      [boundary.low, 1],
    ] as const) {
      const words = { ...wordStream(randomStream('tie'), 2), position: 0 };
      words.buffer.set([boundary.high, second]);
      const ones = new Uint8Array(1);
      drawCounts(table, words, Uint8Array.of(100), 0, ones);
      expect([2 * (ones[0] ?? 0) - 1, words.position]).toEqual([expected, 2]);
    }
  });
});

function binomial(n: number, k: number, p: number): number {
  let value = (1 - p) ** n;
  for (let i = 1; i <= k; i++) value *= ((n - i + 1) / i) * (p / (1 - p));
  return value;
}

import { log, randomStream } from '@bitfront/math';
import { describe, expect, it } from 'vitest';
import { alike, spread } from '../crossbar-input.fixture.ts';
import { drawCells } from './draw-cells.ts';

const draws = () => ({ spread: randomStream('cells', 'spread'), stuck: randomStream('cells', 'stuck') });
const count = 100_000;
const half = (cell: number) => cell % 2 === 0;

describe('drawCells', () => {
  it('gives the medians where nothing is drawn', () => {
    expect([...drawCells(half, 4, alike, draws())]).toEqual([10, 0.1, 10, 0.1]);
  });

  it('is log-normal in both states', () => {
    const none = { ...spread, stuckOnProbability: 0, stuckOffProbability: 0 };
    const cells = drawCells(half, count, none, draws());
    for (const [state, median, sigma] of [
      [0, 10, 0.2],
      [1, 0.1, 0.6],
    ] as const) {
      const logs = [...cells].filter((_, cell) => cell % 2 === state).map((us) => log(us / median) / sigma);
      const n = logs.length;
      const mean = logs.reduce((sum, z) => sum + z, 0) / n;
      const squares = logs.reduce((sum, z) => sum + z * z, 0) / n;
      expect(Math.abs(mean)).toBeLessThan(4 / Math.sqrt(n));
      expect(Math.abs(squares - 1)).toBeLessThan(4 * Math.sqrt(2 / n));
    }
  });

  it('leaves stuck cells in their state, whatever is written', () => {
    const stuck = { ...alike, stuckOnProbability: 0.02, stuckOffProbability: 0.05 };
    const [on, off] = [true, false].map((state) => drawCells(() => state, count, stuck, draws()));
    const share = (cells: Float64Array, us: number) => cells.filter((value) => value === us).length / count;
    const sigma = (p: number) => Math.sqrt((p * (1 - p)) / count);
    expect(Math.abs(share(off!, 10) - 0.02)).toBeLessThan(4 * sigma(0.02));
    expect(Math.abs(share(on!, 0.1) - 0.05)).toBeLessThan(4 * sigma(0.05));
    // Cells that stick do so in both patterns; the others differ.
    for (const [cell, us] of on!.entries()) if (us === 0.1) expect(off![cell]).toBe(0.1);
  });

  it('has common random numbers: more spread moves every cell further the same way', () => {
    const at = (onLogSigma: number) => drawCells(() => true, 1000, { ...alike, onLogSigma }, draws());
    const [narrow, wide] = [at(0.1), at(0.3)];
    for (const [cell, us] of narrow.entries()) expect(log(wide[cell]! / 10)).toBeCloseTo(3 * log(us / 10), 9);
  });
});

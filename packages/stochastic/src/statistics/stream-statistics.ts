import type { RandomSource } from '@bitfront/core';
import { randomStream } from '@bitfront/math';
import { openNumbers } from '../open-numbers.ts';
import { plusLimits } from '../plus-limits.ts';
import { pairStatistics } from './pair-statistics.ts';

/** What the streams of a source are like, for images of 8-bit pixels. */
export interface StreamStatistics {
  /** Mean SCC of neighbouring pixels, and mean of its size; undefined where no pair of streams has one. */
  readonly scc: number | undefined;
  readonly sccSize: number | undefined;
  /** Mean of (fraction of ones among T draws) − pixel / 255, and its root mean square. */
  readonly bias: number;
  readonly rmsError: number;
}

/**
 * A sample of the source: 17 pixels in a row, each with the 16 grey levels 8, 24, … 248, at the steps of the first
 * images, 2048 steps or one image. SCC is over one period of the generators where those steps hold one, else over all
 * of them; pairs of pixels with a stream that is constant there are left out. Black and white are not among the levels.
 * Start values are a fixed choice. For independent draws the exact expectations are given: SCC and bias 0, mean square
 * error Σ p·(1 − p) / T over the levels.
 */
export function streamStatistics(source: RandomSource, draws: number): StreamStatistics {
  if (source.kind === 'independent') {
    const variance = levels.reduce((sum, v) => sum + (v / 255) * (1 - v / 255), 0) / levels.length;
    return { scc: 0, sccSize: 0, bias: 0, rmsError: Math.sqrt(variance / draws) };
  }
  const images = source.betweenImages === 'restarts' ? 1 : Math.max(1, Math.floor(mostSteps / draws));
  const numbers = openNumbers(source, pixels, randomStream('stream-statistics'));
  const limits = plusLimits(source, 255);
  const steps = images * draws;
  const sequence = new Uint32Array(steps * numbers.lanes);
  for (let step = 0; step < steps; step++)
    numbers.next(sequence.subarray(step * numbers.lanes, (step + 1) * numbers.lanes));
  const streams = Array.from({ length: pixels * levels.length }, (_, index) => {
    const lane = Math.floor(index / levels.length) % numbers.lanes;
    const limit = limits[levels[index % levels.length] as number] as number;
    const bits = new Uint8Array(steps);
    for (let step = 0; step < steps; step++)
      bits[step] = (sequence[step * numbers.lanes + lane] as number) < limit ? 1 : 0;
    return bits;
  });
  const seen = Math.min(steps, numbers.period);
  return { ...pairStatistics(streams, levels.length, seen), ...errors(streams, draws, images) };
}

const pixels = 17;
const mostSteps = 2048;
const levels = Array.from({ length: 16 }, (_, index) => 8 + 16 * index);

function errors(streams: readonly Uint8Array[], draws: number, images: number) {
  let [sum, squares] = [0, 0];
  for (const [index, stream] of streams.entries())
    for (let image = 0; image < images; image++) {
      let ones = 0;
      for (let draw = 0; draw < draws; draw++) ones += stream[image * draws + draw] as number;
      const error = ones / draws - (levels[index % levels.length] as number) / 255;
      sum += error;
      squares += error * error;
    }
  const count = streams.length * images;
  return { bias: sum / count, rmsError: Math.sqrt(squares / count) };
}

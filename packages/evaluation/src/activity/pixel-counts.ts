import { popcount } from '@bitfront/bits';
import type { LayerInput } from '@bitfront/inference';
import type { BitMatrix } from '@bitfront/kernels';
import type { Transmission } from './line-counts.ts';

/** Counts over the lanes of the pixels of one channel; pixel −1 is padding, which sends zeros. */
export interface PixelCounts {
  /** Ones in all lanes, and changes within the values. */
  ones(pixel: number): number;
  inner(pixel: number): number;
  /** Changes from a pixel to another one of the same lane, and of the next lane. */
  steps(from: number, to: number): number;
  wraps(from: number, to: number): number;
  /** Changes from the block before into the first lane, and what the last lane leaves behind. */
  enters(before: number, pixel: number): number;
  leaves(pixel: number): number;
}

/** The counts of a channel; those of pairs of pixels, which many lines ask for, are made once. */
export function pixelCounts(
  { values, lanes: stride }: LayerInput,
  channel: number,
  pixels: number,
  lanes: number,
  sent: Transmission,
): PixelCounts {
  // The input of a network has a row per pixel, that of a later layer one per channel.
  const byPixel = values.rows % pixels === 0 && values.columns === stride;
  const row = (pixel: number) => (byPixel ? channel * pixels + pixel : channel);
  const column = (pixel: number) => (byPixel ? 0 : pixel * stride);
  const counts =
    values.kind === 'bits'
      ? bitCounts(lanes, (pixel) => wordsOf(values, row(pixel), column(pixel), stride))
      : valueCounts(lanes, sent, (pixel) => {
          const raw = values.row(row(pixel)).subarray(column(pixel), column(pixel) + lanes);
          return values.kind === 'bytes' ? raw : raw.map((value) => (value + sent.scale) >> 1);
        });
  const memo = new Map<number, number>();
  const once = (kind: number, make: (from: number, to: number) => number) => (from: number, to: number) => {
    const key = 4 * ((from + 1) * (pixels + 1) + to + 1) + kind;
    const known = memo.get(key);
    if (known !== undefined) return known;
    const made = make(from, to);
    memo.set(key, made);
    return made;
  };
  const ones = once(0, counts.ones);
  const inner = once(1, counts.inner);
  return {
    ...counts,
    ones: (pixel) => ones(pixel, 0),
    inner: (pixel) => inner(pixel, 0),
    steps: once(2, counts.steps),
    wraps: once(3, counts.wraps),
  };
}

function wordsOf({ view, wordsPerRow }: BitMatrix, row: number, column: number, stride: number): Uint32Array {
  const start = row * wordsPerRow + (column >>> 5);
  return view.subarray(start, start + Math.ceil(stride / 32));
}

function bitCounts(lanes: number, rowOf: (pixel: number) => Uint32Array): PixelCounts {
  const words = Math.ceil(lanes / 32);
  const padding = new Uint32Array(words);
  const at = (pixel: number) => (pixel < 0 ? padding : rowOf(pixel));
  const mask = (word: number, count: number) => {
    const used = Math.min(32, count - 32 * word);
    return used === 32 ? 0xffff_ffff : (1 << used) - 1;
  };
  const bit = (row: Uint32Array, lane: number) => ((row[lane >>> 5] as number) >>> (lane & 31)) & 1;
  const sum = (count: number, word: (index: number) => number) => {
    let total = 0;
    for (let index = 0; index * 32 < count; index++) total += popcount(word(index) & mask(index, count));
    return total;
  };
  return {
    ones: (pixel) => {
      const row = at(pixel);
      return sum(lanes, (word) => row[word] as number);
    },
    inner: () => 0,
    steps: (from, to) => {
      const [a, b] = [at(from), at(to)];
      return sum(lanes, (word) => (a[word] as number) ^ (b[word] as number));
    },
    wraps: (from, to) => {
      const [a, b] = [at(from), at(to)];
      return sum(
        lanes - 1,
        (word) => (a[word] as number) ^ (((b[word] as number) >>> 1) | ((b[word + 1] ?? 0) << 31)),
      );
    },
    enters: (before, pixel) => before ^ bit(at(pixel), 0),
    leaves: (pixel) => bit(at(pixel), lanes - 1),
  };
}

function valueCounts(
  lanes: number,
  { ones, toggles, first, last }: Transmission,
  rowOf: (pixel: number) => ArrayLike<number>,
): PixelCounts {
  const padding = new Uint8Array(lanes);
  const at = (pixel: number) => (pixel < 0 ? padding : rowOf(pixel));
  const change = (before: number, after: number) => before * (1 - after) + (1 - before) * after;
  const sum = (count: number, of: (lane: number) => number) => {
    let total = 0;
    for (let lane = 0; lane < count; lane++) total += of(lane);
    return total;
  };
  const entry = (table: Float64Array, row: ArrayLike<number>, lane: number) =>
    table[row[lane] as number] as number;
  const pairs = (from: number, to: number, shift: number) => {
    const [a, b] = [at(from), at(to)];
    return sum(lanes - shift, (lane) => change(entry(last, a, lane), entry(first, b, lane + shift)));
  };
  return {
    ones: (pixel) => {
      const row = at(pixel);
      return sum(lanes, (lane) => entry(ones, row, lane));
    },
    inner: (pixel) => {
      const row = at(pixel);
      return sum(lanes, (lane) => entry(toggles, row, lane));
    },
    steps: (from, to) => pairs(from, to, 0),
    wraps: (from, to) => pairs(from, to, 1),
    enters: (before, pixel) => change(before, entry(first, at(pixel), 0)),
    leaves: (pixel) => entry(last, at(pixel), lanes - 1),
  };
}

import { nextWord, type WordStream } from './word-stream.ts';

/**
 * Inverse distribution functions of Binomial(draws, level / maxLevel) for all levels: the number of +1 bits among the
 * draws of one pixel. A uniform number of 64 bits is compared with the distribution in float64; its second word is
 * drawn only when the first one ties. The lowest and the highest level are constant and take no random number.
 */
export interface BinomialTable {
  readonly draws: number;
  readonly maxLevel: number;
  /** P(X ≤ k) of level v at [v · (draws + 1) + k], as a fraction of 2^64: high and low word; all ones for k = draws. */
  readonly high: Uint32Array;
  readonly low: Uint32Array;
  /** The smallest possible k for a first byte, at [v · 256 + byte]. */
  readonly guide: Uint16Array;
}

export function binomialTable(draws: number, maxLevel: number): BinomialTable {
  const levels = maxLevel + 1;
  const high = new Uint32Array(levels * (draws + 1)).fill(0xffff_ffff);
  const low = new Uint32Array(levels * (draws + 1)).fill(0xffff_ffff);
  const guide = new Uint16Array(levels * 256);
  for (let level = 1; level < maxLevel; level++) {
    const base = level * (draws + 1);
    distribution(draws, level / maxLevel).forEach((probability, k) => {
      const scaled = probability * 4294967296;
      if (scaled >= 4294967296) return;
      high[base + k] = Math.floor(scaled);
      low[base + k] = Math.floor((scaled - Math.floor(scaled)) * 4294967296);
    });
    for (let byte = 0, k = 0; byte < 256; byte++) {
      while ((high[base + k] as number) < byte * 16777216) k++;
      guide[level * 256 + byte] = k;
    }
  }
  return { draws, maxLevel, high, low, guide };
}

/** Writes the numbers of +1 bits among the draws of a run of pixels. */
export function drawCounts(
  table: BinomialTable,
  words: WordStream,
  values: Uint8Array,
  from: number,
  counts: Uint8Array | Uint16Array,
): void {
  const { draws, maxLevel, high, guide } = table;
  for (let index = 0; index < counts.length; index++) {
    const level = values[from + index] as number;
    let k = 0;
    if (level === maxLevel) k = draws;
    else if (level > 0) {
      const word = nextWord(words);
      const base = level * (draws + 1);
      k = guide[(level << 8) + (word >>> 24)] as number;
      while (word > (high[base + k] as number)) k++;
      if (word === high[base + k]) k = breakTie(table, base, k, word, words);
    }
    counts[index] = k;
  }
}

function breakTie(
  { draws, high, low }: BinomialTable,
  base: number,
  start: number,
  word: number,
  words: WordStream,
) {
  const second = nextWord(words);
  let k = start;
  while (k < draws && word === high[base + k] && second >= (low[base + k] as number)) k++;
  return k;
}

/** P(X ≤ k) for k = 0 … draws − 1, from the mode outwards, so that nothing underflows where there is probability. */
function distribution(draws: number, p: number): Float64Array {
  const mass = new Float64Array(draws + 1);
  const odds = p / (1 - p);
  const mode = Math.min(draws, Math.floor((draws + 1) * p));
  mass[mode] = 1;
  for (let k = mode; k < draws; k++) mass[k + 1] = ((mass[k] as number) * odds * (draws - k)) / (k + 1);
  for (let k = mode; k > 0; k--) mass[k - 1] = ((mass[k] as number) * k) / (odds * (draws - k + 1));
  const total = mass.reduce((sum, value) => sum + value, 0);
  let below = 0;
  return mass.subarray(0, draws).map((value) => {
    below += value;
    return below / total;
  });
}

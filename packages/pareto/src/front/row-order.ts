/**
 * Sorts row numbers of a row-major n x m array, in place: by column 0, ties by column 1, and so on; rows that are
 * equal in all columns keep their order. O(n) memory and, for large n, a radix sort of the 64-bit keys.
 */
export function sortRows(points: Float64Array, m: number, rows: Uint32Array): void {
  sortRange(points, m, rows, 0, rows.length, 0, m, new Scratch(rows.length));
}

/** Sorts row numbers by one column only, stable, in place. */
export function sortRowsByColumn(points: Float64Array, m: number, rows: Uint32Array, column: number): void {
  sortRange(points, m, rows, 0, rows.length, column, column + 1, new Scratch(rows.length));
}

const FEW = 48;
const DIGIT_BITS = 11;
const BUCKETS = 1 << DIGIT_BITS;

class Scratch {
  readonly keys: Float64Array;
  readonly words: Uint32Array;
  readonly otherWords: Uint32Array;
  readonly otherRows: Uint32Array;
  readonly counts = new Uint32Array(6 * BUCKETS);

  constructor(size: number) {
    const needed = size > FEW ? size : 0;
    this.keys = new Float64Array(needed);
    this.words = new Uint32Array(this.keys.buffer);
    this.otherWords = new Uint32Array(2 * needed);
    this.otherRows = new Uint32Array(needed);
  }
}

function sortRange(
  points: Float64Array,
  m: number,
  rows: Uint32Array,
  from: number,
  to: number,
  column: number,
  columnEnd: number,
  scratch: Scratch,
): void {
  if (to - from <= FEW) {
    insertionSort(points, m, rows, from, to, column, columnEnd);
    return;
  }
  radixSort(points, m, rows.subarray(from, to), column, scratch);
  if (column + 1 === columnEnd) return;
  let start = from;
  for (let i = from + 1; i <= to; i++) {
    if (i < to && at(points, m, rows, i, column) === at(points, m, rows, start, column)) continue;
    if (i - start > 1) sortRange(points, m, rows, start, i, column + 1, columnEnd, scratch);
    start = i;
  }
}

function at(points: Float64Array, m: number, rows: Uint32Array, i: number, column: number): number {
  return points[(rows[i] as number) * m + column] as number;
}

function insertionSort(
  points: Float64Array,
  m: number,
  rows: Uint32Array,
  from: number,
  to: number,
  column: number,
  columnEnd: number,
): void {
  for (let i = from + 1; i < to; i++) {
    const row = rows[i] as number;
    let j = i;
    while (j > from && follows(points, (rows[j - 1] as number) * m, row * m, column, columnEnd)) {
      rows[j] = rows[j - 1] as number;
      j--;
    }
    rows[j] = row;
  }
}

function follows(points: Float64Array, a: number, b: number, column: number, columnEnd: number): boolean {
  for (let c = column; c < columnEnd; c++) {
    const left = points[a + c] as number;
    const right = points[b + c] as number;
    if (left !== right) return left > right;
  }
  return false;
}

/** Least significant digit first, 11 bits a pass; a pass whose digit never varies is skipped. */
function radixSort(
  points: Float64Array,
  m: number,
  rows: Uint32Array,
  column: number,
  scratch: Scratch,
): void {
  const n = rows.length;
  const { keys, counts } = scratch;
  for (let i = 0; i < n; i++) keys[i] = (points[(rows[i] as number) * m + column] as number) + 0;
  const high = isLittleEndian() ? 1 : 0;
  makeSortable(scratch.words, n, high, counts);

  let [words, otherWords] = [scratch.words, scratch.otherWords];
  let [current, other] = [rows, scratch.otherRows];
  for (let pass = 0; pass < 6; pass++) {
    const base = pass * BUCKETS;
    if (!cumulate(counts, base, n)) continue;
    const word = pass < 3 ? 1 - high : high;
    const shift = (pass % 3) * DIGIT_BITS;
    for (let i = 0; i < n; i++) {
      const bucket = base + (((words[2 * i + word] as number) >>> shift) & (BUCKETS - 1));
      const target = counts[bucket] as number;
      counts[bucket] = target + 1;
      otherWords[2 * target] = words[2 * i] as number;
      otherWords[2 * target + 1] = words[2 * i + 1] as number;
      other[target] = current[i] as number;
    }
    [words, otherWords] = [otherWords, words];
    [current, other] = [other, current];
  }
  if (current !== rows) rows.set(current.subarray(0, n));
}

/** Turns doubles into unsigned 64-bit integers of the same order, and counts their digits. */
function makeSortable(words: Uint32Array, n: number, high: number, counts: Uint32Array): void {
  counts.fill(0);
  for (let i = 0; i < n; i++) {
    const top = words[2 * i + high] as number;
    // Negative numbers: flip all bits; others: the sign bit.
    const flip = top >>> 31 === 1 ? 0xffffffff : 0;
    const upper = (top ^ (flip | 0x80000000)) >>> 0;
    const lower = ((words[2 * i + 1 - high] as number) ^ flip) >>> 0;
    words[2 * i + high] = upper;
    words[2 * i + 1 - high] = lower;
    for (let digit = 0; digit < 3; digit++) {
      const shift = digit * DIGIT_BITS;
      const low = digit * BUCKETS + ((lower >>> shift) & (BUCKETS - 1));
      const up = (digit + 3) * BUCKETS + ((upper >>> shift) & (BUCKETS - 1));
      counts[low] = (counts[low] as number) + 1;
      counts[up] = (counts[up] as number) + 1;
    }
  }
}

/** Counts to first positions; false when all n keys share the digit. */
function cumulate(counts: Uint32Array, base: number, n: number): boolean {
  let total = 0;
  for (let bucket = base; bucket < base + BUCKETS; bucket++) {
    const count = counts[bucket] as number;
    if (count === n) return false;
    counts[bucket] = total;
    total += count;
  }
  return true;
}

function isLittleEndian(): boolean {
  return new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;
}

import type { BitMatrix, ByteMatrix, I32Matrix, Kernels } from '@bitfront/kernels';

/** What went over the input lines of a layer: expected bits and expected changes from each bit to the next. */
export interface LineCounts {
  /** Ones per line. */
  readonly ones: Float64Array;
  /** Changes, all lines together. */
  toggles: number;
  /** Bits per line so far. */
  bits: number;
  /** What the last value of each line leaves behind: the probability that its last bit was 1. */
  readonly last: Float64Array;
}

export function lineCounts(lines: number): LineCounts {
  return { ones: new Float64Array(lines), toggles: 0, bits: 0, last: new Float64Array(lines) };
}

/** The first columns of bits [lines × steps], read step after step. */
export function countBits(kernels: Kernels, counts: LineCounts, bits: BitMatrix, columns: number): void {
  const { arena } = kernels;
  const mark = arena.mark();
  const [ones, last] = [arena.i32(1, bits.rows), arena.i32(1, bits.rows)];
  const start = counts.bits === 0;
  const lasts = last.row(0);
  for (let line = 0; line < bits.rows; line++)
    lasts[line] = start ? (bits.view[line * bits.wordsPerRow] as number) & 1 : (counts.last[line] as number);
  counts.toggles += kernels.countLines(bits, columns, ones, last);
  for (const [line, count] of ones.row(0).entries())
    counts.ones[line] = (counts.ones[line] as number) + count;
  counts.last.set(last.row(0));
  counts.bits += columns;
  arena.release(mark);
}

/** How a value is sent bit after bit: its ones, its inner changes, and the probabilities that its end bits are 1. */
export interface Transmission {
  /** Bits of one value. */
  readonly bits: number;
  /** By the unsigned value, 0 … scale. */
  readonly ones: Float64Array;
  readonly toggles: Float64Array;
  readonly first: Float64Array;
  readonly last: Float64Array;
  readonly scale: number;
}

/** The first columns of counts, or of integers 2 · count − scale, [lines × steps], each sent bit after bit. */
export function countValues(
  counts: LineCounts,
  { kind, view, stride, rows }: ByteMatrix | I32Matrix,
  columns: number,
  sent: Transmission,
): void {
  const start = counts.bits === 0;
  const [offset, shift] = kind === 'bytes' ? [0, 0] : [sent.scale, 1];
  for (let line = 0; line < rows; line++) {
    let ones = 0;
    let toggles = 0;
    let before = counts.last[line] as number;
    for (let step = 0; step < columns; step++) {
      const value = ((view[line * stride + step] as number) + offset) >> shift;
      const first = sent.first[value] as number;
      ones += sent.ones[value] as number;
      toggles += sent.toggles[value] as number;
      if (!start || step > 0) toggles += before * (1 - first) + (1 - before) * first;
      before = sent.last[value] as number;
    }
    counts.ones[line] = (counts.ones[line] as number) + ones;
    counts.last[line] = before;
    counts.toggles += toggles;
  }
  counts.bits += columns * sent.bits;
}

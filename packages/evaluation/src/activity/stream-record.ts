import type { StreamSums } from '../input/image-streams.ts';
import { type LineCounts, lineCounts, type Transmission } from './line-counts.ts';

/** How summed bits went over their lines, counted while they were summed. */
export interface StreamRecord {
  /** The lines of a dense layer 1, bit by bit. */
  readonly lines: LineCounts;
  /** The sums of the next image. */
  add(sums: StreamSums): void;
  /**
   * Of the images since it was asked for last, by the number of ones of a value: mean changes within it, and how often
   * its first and last bits were 1. For the lines of convolutions, which read a value several times.
   */
  transmission(): Transmission;
}

export function streamRecord(features: number, draws: number): StreamRecord {
  const lines = lineCounts(features);
  const table = () => new Float64Array(draws + 1);
  let seen = { count: table(), toggles: table(), first: table(), last: table() };
  return {
    lines,
    add(sums) {
      const start = lines.bits === 0;
      let toggles = 0;
      for (let line = 0; line < features; line++) {
        const ones = sums.ones[line] as number;
        const [first, last] = [sums.first[line] as number, sums.last[line] as number];
        const changes = sums.changes[line] as number;
        toggles += changes + (start || first === lines.last[line] ? 0 : 1);
        lines.ones[line] = (lines.ones[line] as number) + ones;
        lines.last[line] = last;
        seen.count[ones] = (seen.count[ones] as number) + 1;
        seen.toggles[ones] = (seen.toggles[ones] as number) + changes;
        seen.first[ones] = (seen.first[ones] as number) + first;
        seen.last[ones] = (seen.last[ones] as number) + last;
      }
      lines.toggles += toggles;
      lines.bits += draws;
    },
    transmission() {
      const { count, toggles, first, last } = seen;
      seen = { count: table(), toggles: table(), first: table(), last: table() };
      const mean = (sum: Float64Array) =>
        sum.map((value, ones) => (value === 0 ? 0 : value / (count[ones] as number)));
      return {
        bits: draws,
        scale: draws,
        ones: table().map((_, ones) => ones),
        toggles: mean(toggles),
        first: mean(first),
        last: mean(last),
      };
    },
  };
}

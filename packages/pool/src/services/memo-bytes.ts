import { totalmem } from 'node:os';

/** One network with its activations on a test set takes up to 125 MB: this holds the repeats of a fault sweep. */
const mostBytes = 1024 * 1024 * 1024;
/** All threads together leave seven eighths of the memory to data, plugins and everybody else. */
const share = 1 / 8;

/** How much stages may remember in each of so many threads of this process. */
export function memoBytes(threads: number): number {
  // Zero where no limit was set, and a huge number for an unlimited control group.
  const limit = process.constrainedMemory() || Number.POSITIVE_INFINITY;
  return Math.min(mostBytes, Math.floor((Math.min(totalmem(), limit) * share) / threads));
}

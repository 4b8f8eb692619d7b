/** Median of an odd number of rounds, after one that warms up. */
export function medianMs(rounds: number, work: () => unknown): number {
  work();
  const each = Array.from({ length: rounds }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return each.sort((a, b) => a - b)[(rounds - 1) / 2] ?? Number.NaN;
}

/**
 * Sum with the rounding errors carried along: as good as if added in twice the precision, then rounded; the order
 * of the values hardly matters. Source: A. Neumaier, ZAMM 54 (1974) 39.
 */
export function sum(values: Iterable<number>): number {
  let total = 0;
  let lost = 0;
  for (const value of values) {
    const next = total + value;
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  // With an infinity among the values the errors are NaN and the total says what there is to say.
  return Number.isFinite(total) ? total + lost : total;
}

/**
 * |u|: how many of `columns` have an odd product with u, for every u below `count`, a power of two. Even less odd
 * products are Σ_j (−1)^{u·h_j}, the Walsh–Hadamard transform of the columns; |u| is half of what they lack of all.
 */
export function dualWeights(columns: readonly number[], count: number): Int32Array {
  const sums = new Int32Array(count);
  for (const column of columns) sums[column] = (sums[column] ?? 0) + 1;
  for (let half = 1; half < count; half *= 2) {
    for (let block = 0; block < count; block += 2 * half) {
      for (let v = block; v < block + half; v++) {
        const [even, odd] = [sums[v] ?? 0, sums[v + half] ?? 0];
        sums[v] = even + odd;
        sums[v + half] = even - odd;
      }
    }
  }
  return sums.map((sum) => (columns.length - sum) / 2);
}

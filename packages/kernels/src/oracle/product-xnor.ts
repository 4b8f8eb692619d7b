/** out[r x c] = a[r x k] · b[c x k]^T over signs -1 and +1, row-major without padding. */
export function productXnor(
  a: Int8Array,
  b: Int8Array,
  [r, k, c]: readonly [r: number, k: number, c: number],
): Int32Array {
  return Int32Array.from({ length: r * c }, (_, index) => {
    const left = Math.floor(index / c) * k;
    const right = (index % c) * k;
    let dot = 0;
    for (let i = 0; i < k; i++) dot += (a[left + i] ?? 0) * (b[right + i] ?? 0);
    return dot;
  });
}

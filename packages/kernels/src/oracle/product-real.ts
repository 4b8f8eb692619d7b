/** out[r x c] = a[r x k] · b[k x c] in single precision, added over k in order; row-major without padding. */
export function productReal(
  a: Float32Array,
  b: Float32Array,
  [r, k, c]: readonly [r: number, k: number, c: number],
): Float32Array {
  return Float32Array.from({ length: r * c }, (_, index) => {
    const row = Math.floor(index / c) * k;
    const column = index % c;
    let sum = 0;
    for (let i = 0; i < k; i++) {
      sum = Math.fround(sum + Math.fround((a[row + i] ?? 0) * (b[i * c + column] ?? 0)));
    }
    return sum;
  });
}

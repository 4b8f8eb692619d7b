/**
 * out[n x m] = signs[n x k] · numbers[k x m] in the order of the kernel: ((±a0 ± a1) + (±a2 ± a3)) for each four rows,
 * these sums one after the other. `round` is Math.fround for floats and `| 0` for integers; rows beyond k are 0.
 * All operands are row-major without padding.
 */
export function productSign<Numbers extends Float32Array | Int32Array>(
  signs: Int8Array,
  numbers: Numbers,
  out: Numbers,
  [n, k, m]: readonly [n: number, k: number, m: number],
): Numbers {
  const round = numbers instanceof Float32Array ? Math.fround : (x: number) => x | 0;
  for (let row = 0; row < n; row++) {
    for (let column = 0; column < m; column++) {
      const term = (i: number) => (i < k ? at(signs, row * k + i) * at(numbers, i * m + column) : 0);
      let sum = 0;
      for (let i = 0; i < k; i += 4) {
        const first = round(term(i) + term(i + 1));
        const second = round(term(i + 2) + term(i + 3));
        sum = round(sum + round(first + second));
      }
      out[row * m + column] = sum;
    }
  }
  return out;
}

function at(values: Int8Array | Float32Array | Int32Array, index: number): number {
  return values[index] ?? 0;
}

import { addRows, clearPadding, storeSums, tableBytes, wordTableBytes } from './sign-tables';

// out[N x M] = signs[N x K] · (2 · counts[K x M] - top), counts being bytes of 0 … top <= 255. 64 lanes of 16 bits at a
// time: sums of 128 rows stay within 128 · 255 = 32640 and are then added to the 32 bits of `out`.

/** `scratch`: 16 KiB of tables, then 128 bytes of partial sums per row. */
export function productCountSign(
  signs: usize, signStride: usize, n: i32, k: i32, counts: usize, countStride: usize, top: i32, out: usize, outStride: usize,
  columns: i32, scratch: usize,
): void {
  const sums = scratch + wordTableBytes;
  const offset = i16x8.splat(<i16>top);
  for (let column: usize = 0; column << 2 < outStride; column += 64) {
    const vectors = min(16, (outStride >> 4) - (column >> 2));
    for (let k0 = 0; k0 < k; k0 += 32) {
      for (let group = 0; group < 8; group++) {
        const row = k0 + (group << 2);
        const source = counts + <usize>row * countStride + column;
        const table = scratch + <usize>group * tableBytes;
        for (let lane: usize = 0; lane < 64; lane += 8) {
          storeSums<i16>(
            row < k ? centred(source + lane, offset) : i16x8.splat(0),
            row + 1 < k ? centred(source + countStride + lane, offset) : i16x8.splat(0),
            row + 2 < k ? centred(source + 2 * countStride + lane, offset) : i16x8.splat(0),
            row + 3 < k ? centred(source + 3 * countStride + lane, offset) : i16x8.splat(0),
            table + (lane << 1),
          );
        }
      }
      addRows<i16>(signs + (<usize>k0 >> 3), signStride, n, sums, 128, (k0 & 127) == 0, scratch);
      if ((k0 & 127) == 96 || k0 + 32 >= k) widen(sums, n, out + (column << 2), outStride, vectors, k0 < 128);
    }
  }
  clearPadding(out, outStride, n, columns);
}

@inline
function centred(counts: usize, top: v128): v128 {
  return i16x8.sub(i16x8.shl(v128.load8x8_u(counts), 1), top);
}

function widen(sums: usize, n: i32, out: usize, outStride: usize, vectors: usize, first: bool): void {
  for (let row = 0; row < n; row++) {
    for (let v: usize = 0; v < vectors; v++) {
      const at = out + (v << 4);
      const sum = v128.load16x4_s(sums + (v << 3));
      v128.store(at, first ? sum : i32x4.add(v128.load(at), sum));
    }
    sums += 128;
    out += outStride;
  }
}

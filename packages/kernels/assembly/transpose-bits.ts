// out[C x R] = a[R x C]^T of packed bits. Four blocks of 32 x 32 bits side by side are transposed together, one per
// lane, by the recursive swap of Warren, Hacker's Delight, section 7-3 (bit 0 first).

/** `scratch`: 512 bytes. */
export function transposeBits(a: usize, aStride: usize, rows: i32, columns: i32, out: usize, outStride: usize, scratch: usize): void {
  for (let row0 = 0; row0 < rows; row0 += 32) {
    const present = min(32, rows - row0);
    for (let column0 = 0; column0 < columns; column0 += 128) {
      const source = a + <usize>row0 * aStride + (<usize>column0 >> 3);
      for (let i = 0; i < 32; i++) {
        v128.store(scratch + (<usize>i << 4), i < present ? v128.load(source + <usize>i * aStride) : i32x4.splat(0));
      }
      swap(scratch, 16, i32x4.splat(0x0000ffff));
      swap(scratch, 8, i32x4.splat(0x00ff00ff));
      swap(scratch, 4, i32x4.splat(0x0f0f0f0f));
      swap(scratch, 2, i32x4.splat(0x33333333));
      swap(scratch, 1, i32x4.splat(0x55555555));
      const target = out + <usize>column0 * outStride + (<usize>row0 >> 3);
      const width = min(128, columns - column0);
      for (let c = 0; c < width; c++) {
        const word = load<u32>(scratch + (<usize>(c & 31) << 4) + (<usize>(c >> 5) << 2));
        store<u32>(target + <usize>c * outStride, word);
      }
    }
  }
}

/** Swaps the upper `distance` bits of row i with the lower ones of row i + distance, for all such pairs of rows. */
@inline
function swap(rows: usize, distance: i32, mask: v128): void {
  const step = <usize>distance << 4;
  for (let i = 0; i < 32; i = ((i | distance) + 1) & ~distance) {
    const at = rows + (<usize>i << 4);
    const upper = v128.load(at);
    const lower = v128.load(at + step);
    const changed = v128.and(v128.xor(i32x4.shr_u(upper, distance), lower), mask);
    v128.store(at, v128.xor(upper, i32x4.shl(changed, distance)));
    v128.store(at + step, v128.xor(lower, changed));
  }
}

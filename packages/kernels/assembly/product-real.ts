// out[I x J] = a[I x K] · b[K x J], added over k in order, one product after the other. Zeros of `a` are left out: the
// addends they would give are zeros, which change no sum. Half of the pixels of an image are zeros.
// A slice of 32 columns of `b` is packed first, since rows of 4 KiB would all fall into one set of the cache.

const blockRows: i32 = 64;

/** `scratch`: k · 128 bytes for the packed slice, then 64 · k · 8 bytes for the non-zero entries of a block of rows. */
export function productReal(
  a: usize, aStride: usize, rows: i32, k: i32, b: usize, bStride: usize, out: usize, outStride: usize, slices: i32, scratch: usize,
): void {
  const entries = scratch + (<usize>k << 7);
  const entryStride = <usize>k << 3;
  for (let row0 = 0; row0 < rows; row0 += blockRows) {
    const block = min(blockRows, rows - row0);
    for (let row = 0; row < block; row++) {
      listNonZeros(a + <usize>(row0 + row) * aStride, k, scratch, entries + <usize>row * entryStride);
    }
    for (let slice = 0; slice < slices; slice++) {
      const column = <usize>slice << 7;
      for (let i = 0; i < k; i++) memory.copy(scratch + (<usize>i << 7), b + <usize>i * bStride + column, 128);
      for (let row = 0; row < block; row++) {
        const list = entries + <usize>row * entryStride;
        sumRows(list, k, out + <usize>(row0 + row) * outStride + column);
      }
    }
  }
}

/** Pairs of (address of the packed row of `b`, value); a pair with address 0 ends a list shorter than k. */
@inline
function listNonZeros(row: usize, k: i32, packed: usize, list: usize): void {
  let at = list;
  for (let i = 0; i < k; i++) {
    const value = load<f32>(row + (<usize>i << 2));
    store<u32>(at, <u32>(packed + (<usize>i << 7)));
    store<f32>(at, value, 4);
    at += <usize>(value != 0) << 3;
  }
  if (at < list + (<usize>k << 3)) store<u32>(at, 0);
}

@inline
function sumRows(list: usize, k: i32, out: usize): void {
  let c0 = f32x4.splat(0);
  let c1 = c0;
  let c2 = c0;
  let c3 = c0;
  let c4 = c0;
  let c5 = c0;
  let c6 = c0;
  let c7 = c0;
  const end = list + (<usize>k << 3);
  for (let at = list; at < end; at += 8) {
    const row = <usize>load<u32>(at);
    if (row == 0) break;
    const value = v128.load32_splat(at, 4);
    c0 = f32x4.add(c0, f32x4.mul(value, v128.load(row, 0)));
    c1 = f32x4.add(c1, f32x4.mul(value, v128.load(row, 16)));
    c2 = f32x4.add(c2, f32x4.mul(value, v128.load(row, 32)));
    c3 = f32x4.add(c3, f32x4.mul(value, v128.load(row, 48)));
    c4 = f32x4.add(c4, f32x4.mul(value, v128.load(row, 64)));
    c5 = f32x4.add(c5, f32x4.mul(value, v128.load(row, 80)));
    c6 = f32x4.add(c6, f32x4.mul(value, v128.load(row, 96)));
    c7 = f32x4.add(c7, f32x4.mul(value, v128.load(row, 112)));
  }
  v128.store(out, c0, 0);
  v128.store(out, c1, 16);
  v128.store(out, c2, 32);
  v128.store(out, c3, 48);
  v128.store(out, c4, 64);
  v128.store(out, c5, 80);
  v128.store(out, c6, 96);
  v128.store(out, c7, 112);
}

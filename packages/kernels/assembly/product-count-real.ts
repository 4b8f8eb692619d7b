// out[I x J] = scale · (counts[I x K] · b[K x J]), counts being bytes: added over k in order, one product after the
// other, and scaled once. Zeros of `counts` are left out: the addends they would give are zeros, which change no sum.
// Four fifths of the pixels of handwritten digits are zeros.

/**
 * Lists the non-zero counts of each row as pairs of (address of the packed row of `b`, count as a float); a pair with
 * address 0 ends the list. `lists`: rows · (k + 1) · 8 bytes. `packed`: where {@link productLists} is to pack `b`.
 */
export function listCounts(counts: usize, countStride: usize, rows: i32, k: i32, packed: usize, lists: usize): void {
  const listStride = (<usize>k << 3) + 8;
  for (let row = 0; row < rows; row++) {
    listRow(counts, k, packed, lists);
    counts += countStride;
    lists += listStride;
  }
}

/**
 * One slice of 32 columns, added to what `out` holds unless `first`. It is first packed into k · 128 bytes, since rows of 2 KiB would all fall into few sets of
 * the cache.
 */
export function productLists(
  lists: usize, rows: i32, k: i32, b: usize, bStride: usize, packed: usize, first: bool, scale: f32, out: usize, outStride: usize,
): void {
  const listStride = (<usize>k << 3) + 8;
  for (let i = 0; i < k; i++) {
    const to = packed + (<usize>i << 7);
    for (let at: usize = 0; at < 128; at += 16) v128.store(to + at, v128.load(b + at));
    b += bStride;
  }
  for (let row = 0; row < rows; row++) {
    sumRows(lists, first, scale, out);
    lists += listStride;
    out += outStride;
  }
}

@inline
function listRow(row: usize, k: i32, packed: usize, list: usize): void {
  let at = list;
  for (let i0 = 0; i0 < k; i0 += 16) {
    // Padding is zero, so that whole vectors may be looked at.
    let found = i8x16.bitmask(i8x16.ne(v128.load(row + <usize>i0), i8x16.splat(0)));
    while (found) {
      const i = <usize>(i0 + ctz(found));
      store<u32>(at, <u32>(packed + (i << 7)));
      store<f32>(at, <f32>load<u8>(row + i), 4);
      at += 8;
      found &= found - 1;
    }
  }
  store<u32>(at, 0);
}

@inline
function sumRows(list: usize, first: bool, scale: f32, out: usize): void {
  let c0 = f32x4.splat(0);
  let c1 = c0;
  let c2 = c0;
  let c3 = c0;
  let c4 = c0;
  let c5 = c0;
  let c6 = c0;
  let c7 = c0;
  if (!first) {
    c0 = v128.load(out, 0);
    c1 = v128.load(out, 16);
    c2 = v128.load(out, 32);
    c3 = v128.load(out, 48);
    c4 = v128.load(out, 64);
    c5 = v128.load(out, 80);
    c6 = v128.load(out, 96);
    c7 = v128.load(out, 112);
  }
  for (let at = list; ; at += 8) {
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
  const factor = f32x4.splat(scale);
  v128.store(out, f32x4.mul(c0, factor), 0);
  v128.store(out, f32x4.mul(c1, factor), 16);
  v128.store(out, f32x4.mul(c2, factor), 32);
  v128.store(out, f32x4.mul(c3, factor), 48);
  v128.store(out, f32x4.mul(c4, factor), 64);
  v128.store(out, f32x4.mul(c5, factor), 80);
  v128.store(out, f32x4.mul(c6, factor), 96);
  v128.store(out, f32x4.mul(c7, factor), 112);
}

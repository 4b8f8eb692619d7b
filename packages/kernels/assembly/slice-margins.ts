import { countOnes } from './move-margins';

/**
 * The margins of `moveMargins` from dots [N x M] of 32 bits, sums of K signs: (dot - threshold) / 2, rounded down, with the
 * bits of a row over `planes` rows of `out`. K is at most 16,382; columns beyond M hold nothing of interest. `scratch`: 256
 * bytes.
 */
export function sliceMargins(
  dots: usize, dotStride: usize, n: i32, k: i32, columns: i32, thresholds: usize, out: usize, stride: usize, planes: i32,
  scratch: usize,
): void {
  const low = i16x8.splat(0xff);
  for (let row = 0; row < n; row++) {
    const threshold = max(-k, min(k + 1, load<i32>(thresholds + (<usize>row << 2))));
    const agreements = i16x8.splat(<i16>((k + threshold + 1) >> 1));
    const all = i16x8.splat(<i16>k);
    for (let column = 0; column < columns; column += 128) {
      const from = dots + <usize>row * dotStride + (<usize>column << 2);
      const to = out + <usize>(row * planes) * stride + (<usize>column >> 3);
      // Rows of dots are padded to 32 columns only.
      const lanes = min<usize>(128, (<usize>(columns - column) + 31) & ~31);
      for (let lane: usize = 0; lane < lanes; lane += 16) {
        const at = from + (lane << 2);
        const left = i16x8.narrow_i32x4_s(v128.load(at, 0), v128.load(at, 16));
        const right = i16x8.narrow_i32x4_s(v128.load(at, 32), v128.load(at, 48));
        const first = i16x8.sub(i16x8.shr_u(i16x8.add(left, all), 1), agreements);
        const second = i16x8.sub(i16x8.shr_u(i16x8.add(right, all), 1), agreements);
        v128.store(scratch + lane, i8x16.narrow_i16x8_u(v128.and(first, low), v128.and(second, low)));
        v128.store(scratch + lane, i8x16.narrow_i16x8_s(i16x8.shr_s(first, 8), i16x8.shr_s(second, 8)), 128);
      }
      storePlanes(scratch, min(8, planes), to, stride);
      if (planes > 8) storePlanes(scratch + 128, planes - 8, to + 8 * stride, stride);
    }
  }
}

/** The lowest bits of 128 bytes, each as a plane. */
function storePlanes(bytes: usize, planes: i32, to: usize, stride: usize): void {
  // Bytes 8 b + j to place b of vector j, by three rounds that take even and odd bytes apart.
  let a = v128.load(bytes);
  let b = v128.load(bytes, 16);
  let c = v128.load(bytes, 32);
  let d = v128.load(bytes, 48);
  let e = v128.load(bytes, 64);
  let f = v128.load(bytes, 80);
  let g = v128.load(bytes, 96);
  let h = v128.load(bytes, 112);
  for (let round = 0; round < 3; round++) {
    const a1 = odds(a, b);
    const c1 = odds(c, d);
    const e1 = odds(e, f);
    const g1 = odds(g, h);
    a = evens(a, b);
    b = evens(c, d);
    c = evens(e, f);
    d = evens(g, h);
    e = a1;
    f = c1;
    g = e1;
    h = g1;
  }
  // Then bits: vector p gets bit p of all bytes.
  let turn = turned(a, e, 4, 0x0f);
  a = v128.xor(a, i16x8.shl(turn, 4));
  e = v128.xor(e, turn);
  turn = turned(b, f, 4, 0x0f);
  b = v128.xor(b, i16x8.shl(turn, 4));
  f = v128.xor(f, turn);
  turn = turned(c, g, 4, 0x0f);
  c = v128.xor(c, i16x8.shl(turn, 4));
  g = v128.xor(g, turn);
  turn = turned(d, h, 4, 0x0f);
  d = v128.xor(d, i16x8.shl(turn, 4));
  h = v128.xor(h, turn);
  storeFour(a, b, c, d, planes, to, stride);
  if (planes > 4) storeFour(e, f, g, h, planes - 4, to + 4 * stride, stride);
}

@inline
function storeFour(first: v128, second: v128, third: v128, fourth: v128, planes: i32, to: usize, stride: usize): void {
  let turn = turned(first, third, 2, 0x33);
  let a = v128.xor(first, i16x8.shl(turn, 2));
  let c = v128.xor(third, turn);
  turn = turned(second, fourth, 2, 0x33);
  let b = v128.xor(second, i16x8.shl(turn, 2));
  let d = v128.xor(fourth, turn);
  turn = turned(a, b, 1, 0x55);
  a = v128.xor(a, i16x8.shl(turn, 1));
  b = v128.xor(b, turn);
  turn = turned(c, d, 1, 0x55);
  c = v128.xor(c, i16x8.shl(turn, 1));
  d = v128.xor(d, turn);
  v128.store(to, a);
  if (planes > 1) v128.store(to + stride, b);
  if (planes > 2) v128.store(to + 2 * stride, c);
  if (planes > 3) v128.store(to + 3 * stride, d);
}

/** Where the upper bits of x and the lower ones of y differ. */
@inline
function turned(x: v128, y: v128, distance: i32, mask: i8): v128 {
  return v128.and(v128.xor(i16x8.shr_u(x, distance), y), i8x16.splat(mask));
}

@inline
function evens(x: v128, y: v128): v128 {
  return i8x16.shuffle(x, y, 0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30);
}

@inline
function odds(x: v128, y: v128): v128 {
  return i8x16.shuffle(x, y, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 31);
}

/** a = b over whole rows of 16 bytes; `difference` says where that is new, and their number is returned. */
export function replaceBits(a: usize, b: usize, difference: usize, bytes: usize): i32 {
  let total = 0;
  for (let at: usize = 0; at < bytes; at += 16) {
    const fresh = v128.load(b + at);
    const differing = v128.xor(v128.load(a + at), fresh);
    v128.store(a + at, fresh);
    v128.store(difference + at, differing);
    total += countOnes(differing);
  }
  return total;
}

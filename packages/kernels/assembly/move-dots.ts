import { sumSigns, vectorsAtOnce } from './bit-planes';

// Dots that are brought up to date where weights flipped, instead of being computed anew. All sums
// are taken modulo 2^16 or 2^32 and end within the range of the dots, so that they are exact.

/** Also sums of as many counts up to 255 fit 16 bits. */
const flipsAtOnce: i32 = vectorsAtOnce;
/** Columns of a block. */
const lanes: i32 = 128;

/**
 * Row r: dots += 2 · sum over its flips of ±x, x being ±1 by bits or 2 · count - top. Inputs flips[starts[2r]]
 * … go from -1 to +1, those from starts[2r + 1] on from +1 to -1. Where there are thresholds, bits of `out` say whether
 * they are reached and bits of `changed` where that differs from before; their number is returned. Rows without flips
 * are left alone unless `all` is set. `scratch`: 256 bytes.
 */
export function moveDots(
  dots: usize, dotStride: usize, wide: bool, n: i32, columns: i32, starts: usize, flips: usize,
  input: usize, inputStride: usize, bytes: bool, top: i32,
  thresholds: usize, all: bool, out: usize, changed: usize, outStride: usize, scratch: usize,
): i32 {
  let total = 0;
  for (let row = 0; row < n; row++) {
    const start = load<i32>(starts);
    const middle = load<i32>(starts, 4);
    const end = load<i32>(starts, 8);
    starts += 8;
    if (start == end && !all) {
      if (thresholds != 0) memory.fill(changed + <usize>row * outStride, 0, outStride);
      continue;
    }
    const threshold = thresholds != 0 ? load<i32>(thresholds + (<usize>row << 2)) : 0;
    for (let column = 0; column < columns; column += lanes) {
      const at = dots + <usize>row * dotStride + (<usize>column << (wide ? 2 : 1));
      // Rows of dots are padded to 32 columns only.
      const words = min(4, (columns - column + 31) >> 5);
      for (let from = start; from < end; ) {
        const to = min(end, from + flipsAtOnce);
        const turn = max(from, min(to, middle));
        if (bytes) {
          sumCounts(input + <usize>column, inputStride, flips, from, turn, to, inputStride - <usize>column, scratch);
          addCounts(at, wide, words, scratch, -2 * top * (turn - from - (to - turn)));
        } else {
          sumSigns(input + (<usize>column >> 3), inputStride, flips, from, turn, to, scratch, scratch + 128);
          addDeltas(at, wide, words, scratch);
        }
        from = to;
      }
      if (thresholds != 0) {
        const place = <usize>row * outStride + (<usize>column >> 3);
        total += writeBits(at, wide, words, columns - column, threshold, out + place, changed + place);
      }
    }
    const used = <usize>columns << (wide ? 2 : 1);
    if (used < dotStride) memory.fill(dots + <usize>row * dotStride + used, 0, dotStride - used);
  }
  return total;
}

/**
 * Sums of the counts of the inputs from … turn - 1, less those of turn … to - 1, as 128 lanes of 16 bits; `room` bytes are
 * left in a row, a multiple of 64.
 */
@inline
function sumCounts(input: usize, stride: usize, flips: usize, from: i32, turn: i32, to: i32, room: usize, sums: usize): void {
  const slices: usize = room < 128 ? 1 : 2;
  for (let slice: usize = 0; slice < slices; slice++) {
    let c0 = i16x8.splat(0);
    let c1 = c0;
    let c2 = c0;
    let c3 = c0;
    let c4 = c0;
    let c5 = c0;
    let c6 = c0;
    let c7 = c0;
    const source = input + (slice << 6);
    for (let flip = from; flip < turn; flip++) {
      const at = source + <usize>load<i32>(flips + (<usize>flip << 2)) * stride;
      c0 = i16x8.add(c0, v128.load8x8_u(at, 0));
      c1 = i16x8.add(c1, v128.load8x8_u(at, 8));
      c2 = i16x8.add(c2, v128.load8x8_u(at, 16));
      c3 = i16x8.add(c3, v128.load8x8_u(at, 24));
      c4 = i16x8.add(c4, v128.load8x8_u(at, 32));
      c5 = i16x8.add(c5, v128.load8x8_u(at, 40));
      c6 = i16x8.add(c6, v128.load8x8_u(at, 48));
      c7 = i16x8.add(c7, v128.load8x8_u(at, 56));
    }
    for (let flip = turn; flip < to; flip++) {
      const at = source + <usize>load<i32>(flips + (<usize>flip << 2)) * stride;
      c0 = i16x8.sub(c0, v128.load8x8_u(at, 0));
      c1 = i16x8.sub(c1, v128.load8x8_u(at, 8));
      c2 = i16x8.sub(c2, v128.load8x8_u(at, 16));
      c3 = i16x8.sub(c3, v128.load8x8_u(at, 24));
      c4 = i16x8.sub(c4, v128.load8x8_u(at, 32));
      c5 = i16x8.sub(c5, v128.load8x8_u(at, 40));
      c6 = i16x8.sub(c6, v128.load8x8_u(at, 48));
      c7 = i16x8.sub(c7, v128.load8x8_u(at, 56));
    }
    const target = sums + (slice << 7);
    v128.store(target, c0, 0);
    v128.store(target, c1, 16);
    v128.store(target, c2, 32);
    v128.store(target, c3, 48);
    v128.store(target, c4, 64);
    v128.store(target, c5, 80);
    v128.store(target, c6, 96);
    v128.store(target, c7, 112);
  }
}

/** dots += 2 · deltas, over words of 32 lanes. */
@inline
function addDeltas(at: usize, wide: bool, words: i32, deltas: usize): void {
  const end = at + (<usize>words << (wide ? 7 : 6));
  for (; at < end; at += 32) {
    if (wide) {
      const delta = i16x8.shl(v128.load8x8_s(deltas), 1);
      v128.store(at, i32x4.add(v128.load(at, 0), i32x4.extend_low_i16x8_s(delta)), 0);
      v128.store(at, i32x4.add(v128.load(at, 16), i32x4.extend_high_i16x8_s(delta)), 16);
      deltas += 8;
    } else {
      v128.store(at, i16x8.add(v128.load(at, 0), i16x8.shl(v128.load8x8_s(deltas, 0), 1)), 0);
      v128.store(at, i16x8.add(v128.load(at, 16), i16x8.shl(v128.load8x8_s(deltas, 8), 1)), 16);
      deltas += 16;
    }
  }
}

/** dots += 4 · sums + offset. */
@inline
function addCounts(at: usize, wide: bool, words: i32, sums: usize, offset: i32): void {
  const end = at + (<usize>words << (wide ? 7 : 6));
  const constant = wide ? i32x4.splat(offset) : i16x8.splat(<i16>offset);
  for (; at < end; at += 16) {
    if (wide) {
      const sum = i32x4.add(i32x4.shl(v128.load16x4_s(sums), 2), constant);
      v128.store(at, i32x4.add(v128.load(at), sum));
      sums += 8;
    } else {
      const sum = i16x8.add(i16x8.shl(v128.load(sums), 2), constant);
      v128.store(at, i16x8.add(v128.load(at), sum));
      sums += 16;
    }
  }
}

/** The bits of up to 128 columns, 32 at a time; returns how many differ from those before. */
@inline
function writeBits(at: usize, wide: bool, words: i32, columns: i32, threshold: i32, out: usize, changed: usize): i32 {
  let total = 0;
  for (let w = 0; w < words; w++) {
    let word = wide ? wordOfWide(at, threshold) : wordOfNarrow(at, threshold);
    const left = columns - (w << 5);
    if (left < 32) word &= (<u32>1 << left) - 1;
    const differing = word ^ load<u32>(out);
    store<u32>(out, word);
    store<u32>(changed, differing);
    total += popcnt<i32>(<i32>differing);
    at += wide ? 128 : 64;
    out += 4;
    changed += 4;
  }
  return total;
}

@inline
function wordOfNarrow(at: usize, threshold: i32): u32 {
  const limit = i16x8.splat(<i16>max(-0x8000, min(0x7fff, threshold)));
  const low = i8x16.narrow_i16x8_s(i16x8.ge_s(v128.load(at, 0), limit), i16x8.ge_s(v128.load(at, 16), limit));
  const high = i8x16.narrow_i16x8_s(i16x8.ge_s(v128.load(at, 32), limit), i16x8.ge_s(v128.load(at, 48), limit));
  return <u32>i8x16.bitmask(low) | (<u32>i8x16.bitmask(high) << 16);
}

@inline
function wordOfWide(at: usize, threshold: i32): u32 {
  const limit = i32x4.splat(threshold);
  return <u32>i8x16.bitmask(reached(at, limit)) | (<u32>i8x16.bitmask(reached(at + 64, limit)) << 16);
}

/** Sixteen comparisons of 32 bits as bytes. */
@inline
function reached(at: usize, limit: v128): v128 {
  return i8x16.narrow_i16x8_s(
    i16x8.narrow_i32x4_s(i32x4.ge_s(v128.load(at, 0), limit), i32x4.ge_s(v128.load(at, 16), limit)),
    i16x8.narrow_i32x4_s(i32x4.ge_s(v128.load(at, 32), limit), i32x4.ge_s(v128.load(at, 48), limit)),
  );
}

/** out = a, integers that fit 16 bits. */
export function narrowInts(a: usize, aStride: usize, rows: i32, out: usize, outStride: usize): void {
  for (let row: usize = 0; row < <usize>rows; row++) {
    for (let at: usize = 0; at < outStride; at += 16) {
      const source = a + row * aStride + (at << 1);
      v128.store(out + row * outStride + at, i16x8.narrow_i32x4_s(v128.load(source, 0), v128.load(source, 16)));
    }
  }
}

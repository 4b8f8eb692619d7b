// How many of a list of bit vectors are set, lane by lane: counters of 7 bits whose bits are spread over 7 vectors, so
// that one addition serves 128 lanes. Seven vectors are reduced by full adders to a number of 3 bits, which is then added
// (carry-save adders as in the population count of Harley and Seal; Warren, Hacker's Delight, section 5-1).

/** Vectors that a counter of 7 bits holds. */
export const vectorsAtOnce: i32 = 127;

/** Bytes of scratch memory for the planes. */
export const planeBytes: usize = 112;

/**
 * Adds up the vectors at base + stride · list[i] for i = from … turn - 1 and the complements of those for i = turn … to
 * - 1; then writes twice the sum less their number for 128 lanes, as signed bytes: the sum of as many signs.
 */
export function sumSigns(base: usize, stride: usize, list: usize, from: i32, turn: i32, to: i32, out: usize, planes: usize): void {
  let p0 = i64x2.splat(0);
  let p1 = p0;
  let p2 = p0;
  let p3 = p0;
  let p4 = p0;
  let p5 = p0;
  let p6 = p0;
  for (let inverse = 0; inverse < 2; inverse++) {
    const mask = inverse ? i64x2.splat(-1) : i64x2.splat(0);
    let item = list + (<usize>(inverse ? turn : from) << 2);
    const end = list + (<usize>(inverse ? to : turn) << 2);
    for (; item + 28 <= end; item += 28) {
      const a = v128.xor(vector(base, stride, item), mask);
      const b = v128.xor(vector(base, stride, item + 4), mask);
      const c = v128.xor(vector(base, stride, item + 8), mask);
      const d = v128.xor(vector(base, stride, item + 12), mask);
      const e = v128.xor(vector(base, stride, item + 16), mask);
      const f = v128.xor(vector(base, stride, item + 20), mask);
      const g = v128.xor(vector(base, stride, item + 24), mask);
      const ab = v128.xor(a, b);
      const de = v128.xor(d, e);
      const abc = v128.xor(ab, c);
      const def = v128.xor(de, f);
      const carry1 = v128.or(v128.and(a, b), v128.and(ab, c));
      const carry2 = v128.or(v128.and(d, e), v128.and(de, f));
      const both = v128.xor(abc, def);
      const carry3 = v128.or(v128.and(abc, def), v128.and(both, g));
      const ones = v128.xor(both, g);
      const pair = v128.xor(carry1, carry2);
      const twos = v128.xor(pair, carry3);
      const fours = v128.or(v128.and(carry1, carry2), v128.and(pair, carry3));
      let carry = v128.and(p0, ones);
      p0 = v128.xor(p0, ones);
      const q1 = v128.xor(p1, twos);
      const next = v128.or(v128.and(p1, twos), v128.and(q1, carry));
      p1 = v128.xor(q1, carry);
      const q2 = v128.xor(p2, fours);
      carry = v128.or(v128.and(p2, fours), v128.and(q2, next));
      p2 = v128.xor(q2, next);
      const carry4 = v128.and(p3, carry);
      p3 = v128.xor(p3, carry);
      const carry5 = v128.and(p4, carry4);
      p4 = v128.xor(p4, carry4);
      const carry6 = v128.and(p5, carry5);
      p5 = v128.xor(p5, carry5);
      p6 = v128.xor(p6, carry6);
    }
    for (; item < end; item += 4) {
      const one = v128.xor(vector(base, stride, item), mask);
      const carry1 = v128.and(p0, one);
      p0 = v128.xor(p0, one);
      const carry2 = v128.and(p1, carry1);
      p1 = v128.xor(p1, carry1);
      const carry3 = v128.and(p2, carry2);
      p2 = v128.xor(p2, carry2);
      const carry4 = v128.and(p3, carry3);
      p3 = v128.xor(p3, carry3);
      const carry5 = v128.and(p4, carry4);
      p4 = v128.xor(p4, carry4);
      const carry6 = v128.and(p5, carry5);
      p5 = v128.xor(p5, carry5);
      p6 = v128.xor(p6, carry6);
    }
  }
  v128.store(planes, p0, 0);
  v128.store(planes, p1, 16);
  v128.store(planes, p2, 32);
  v128.store(planes, p3, 48);
  v128.store(planes, p4, 64);
  v128.store(planes, p5, 80);
  v128.store(planes, p6, 96);
  writeSums(planes, to - from, out);
}

@inline
function vector(base: usize, stride: usize, item: usize): v128 {
  return v128.load(base + <usize>load<u32>(item) * stride);
}

@inline
function writeSums(planes: usize, count: i32, out: usize): void {
  const masks = i8x16(1, 2, 4, 8, 16, 32, 64, -128, 1, 2, 4, 8, 16, 32, 64, -128);
  const number = i8x16.splat(<i8>count);
  const used: usize = <usize>(32 - clz<i32>(count)) << 4;
  let bytes = i8x16(0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1);
  for (let v: usize = 0; v < 128; v += 16) {
    let sum = i8x16.splat(0);
    let weight = i8x16.splat(2);
    for (let plane: usize = 0; plane < used; plane += 16) {
      const spread = v128.and(i8x16.swizzle(v128.load(planes + plane), bytes), masks);
      sum = i8x16.add(sum, v128.and(i8x16.eq(spread, masks), weight));
      weight = i8x16.add(weight, weight);
    }
    v128.store(out + v, i8x16.sub(sum, number));
    bytes = i8x16.add(bytes, i8x16.splat(2));
  }
}

/**
 * Adds up the vectors at base + stride · item over the items of a list of rises, and the complements of those of a list of
 * falls, n ≤ 127 in all, and takes ceil(n / 2) away: with the lists as they are changes of ±1 that are 2 · sum + (n odd).
 * Writes the lowest 3 planes where n < 8, else all 7; the sum is a two's complement number of as many bits as n has.
 */
export function sumItems(
  base: usize, stride: usize, falls: usize, endOfFalls: usize, rises: usize, endOfRises: usize, out: usize, outStride: usize,
): void {
  sumPlanes(base, stride, falls, endOfFalls, rises, endOfRises, out, outStride);
}

/** The same with lists of offsets. */
export function sumOffsets(
  base: usize, falls: usize, endOfFalls: usize, rises: usize, endOfRises: usize, out: usize, outStride: usize,
): void {
  sumPlanes(base, 1, falls, endOfFalls, rises, endOfRises, out, outStride);
}

@inline
function sumPlanes(
  base: usize, stride: usize, falls: usize, endOfFalls: usize, rises: usize, endOfRises: usize, out: usize, outStride: usize,
): void {
  const fallen = <i32>((endOfFalls - falls) >> 2);
  const n = fallen + <i32>((endOfRises - rises) >> 2);
  // The complement of a counter c is -1 - c.
  const start = ((n + 1) >> 1) - 1 - fallen;
  let p0 = planeOf(start, 0);
  let p1 = planeOf(start, 1);
  let p2 = planeOf(start, 2);
  if (n < 8) {
    for (let turn = 0; turn < 2; turn++) {
      let item = turn ? rises : falls;
      const end = turn ? endOfRises : endOfFalls;
      for (; item < end; item += 4) {
        const one = vector(base, stride, item);
        const carry1 = v128.and(p0, one);
        p0 = v128.xor(p0, one);
        p2 = v128.xor(p2, v128.and(p1, carry1));
        p1 = v128.xor(p1, carry1);
      }
      if (turn) break;
      p0 = v128.not(p0);
      p1 = v128.not(p1);
      p2 = v128.not(p2);
    }
    v128.store(out, p0);
    if (n > 1) v128.store(out + outStride, p1);
    if (n > 3) v128.store(out + 2 * outStride, p2);
    return;
  }
  let p3 = planeOf(start, 3);
  let p4 = planeOf(start, 4);
  let p5 = planeOf(start, 5);
  let p6 = planeOf(start, 6);
  for (let turn = 0; turn < 2; turn++) {
    let item = turn ? rises : falls;
    const end = turn ? endOfRises : endOfFalls;
    for (; item + 16 <= end; item += 16) {
      const a = vector(base, stride, item);
      const b = vector(base, stride, item + 4);
      const ab = v128.xor(p0, a);
      const two1 = v128.or(v128.and(p0, a), v128.and(ab, b));
      p0 = v128.xor(ab, b);
      const c = vector(base, stride, item + 8);
      const d = vector(base, stride, item + 12);
      const cd = v128.xor(p0, c);
      const two2 = v128.or(v128.and(p0, c), v128.and(cd, d));
      p0 = v128.xor(cd, d);
      const both = v128.xor(p1, two1);
      const four = v128.or(v128.and(p1, two1), v128.and(both, two2));
      p1 = v128.xor(both, two2);
      const carry3 = v128.and(p2, four);
      p2 = v128.xor(p2, four);
      const carry4 = v128.and(p3, carry3);
      p3 = v128.xor(p3, carry3);
      const carry5 = v128.and(p4, carry4);
      p4 = v128.xor(p4, carry4);
      p6 = v128.xor(p6, v128.and(p5, carry5));
      p5 = v128.xor(p5, carry5);
    }
    for (; item < end; item += 4) {
      const one = vector(base, stride, item);
      const carry1 = v128.and(p0, one);
      p0 = v128.xor(p0, one);
      const carry2 = v128.and(p1, carry1);
      p1 = v128.xor(p1, carry1);
      const carry3 = v128.and(p2, carry2);
      p2 = v128.xor(p2, carry2);
      const carry4 = v128.and(p3, carry3);
      p3 = v128.xor(p3, carry3);
      const carry5 = v128.and(p4, carry4);
      p4 = v128.xor(p4, carry4);
      p6 = v128.xor(p6, v128.and(p5, carry5));
      p5 = v128.xor(p5, carry5);
    }
    if (turn) break;
    p0 = v128.not(p0);
    p1 = v128.not(p1);
    p2 = v128.not(p2);
    p3 = v128.not(p3);
    p4 = v128.not(p4);
    p5 = v128.not(p5);
    p6 = v128.not(p6);
  }
  v128.store(out, p0);
  v128.store(out + outStride, p1);
  v128.store(out + 2 * outStride, p2);
  v128.store(out + 3 * outStride, p3);
  v128.store(out + 4 * outStride, p4);
  v128.store(out + 5 * outStride, p5);
  v128.store(out + 6 * outStride, p6);
}

/** A bit of a number in all lanes. */
@inline
function planeOf(value: i32, bit: i32): v128 {
  return i64x2.splat(-<i64>((value >> bit) & 1));
}

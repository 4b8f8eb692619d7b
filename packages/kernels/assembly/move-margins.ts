import { sumItems, sumOffsets, vectorsAtOnce } from './bit-planes';
import { transposeTile } from './transpose-tile';

// Layers of signs that remember how far every neuron is from its threshold, T less than its number of agreements of input
// and weight, as two's complement numbers whose bits are spread over planes: 128 lanes take one vector per bit. What
// changes is added in the same form, so that the outputs are the planes of signs themselves.

/** Bytes of a plane of 128 images for 128 neurons. */
const tilePlane: usize = 2048;
/** Changes of one image that are taken together. */
const changesAtOnce: i32 = vectorsAtOnce;

/** Where the parts of the scratch memory begin. */
const tile: usize = 0;
const flipSums: usize = 7 * tilePlane;
const oddImages: usize = flipSums + 112;
const ownWeights: usize = oddImages + 16;

/**
 * Moves margins [N · planes x M] by flipped weights, as `moveDots` does, and by changed inputs: bits of `changed` [K x M] say
 * where `input` differs from before, `weights` [K x N] are those before the flips; 0 where no input changed. Then `out` [N x M]
 * becomes 1 where a margin is not negative and `difference` 1 where that is new; their number is returned. Rows of which
 * nothing changed are left alone unless `all` is set. With B = ceil(M / 128), `scratch` takes 15 KB, 16 · K, and
 * B · 128 · (4 · K + 72) bytes.
 */
export function moveMargins(
  margins: usize, stride: usize, planes: i32, n: i32, columns: i32, starts: usize, flips: usize, input: usize, inputStride: usize,
  k: i32, changed: usize, weights: usize, weightStride: usize, all: bool, out: usize, difference: usize, outStride: usize,
  scratch: usize,
): i32 {
  const lists = scratch + ownWeights + (<usize>k << 4);
  const listBytes = (<usize>k << 2) + 64;
  const blockBytes = (listBytes + 8) << 7;
  if (changed) {
    for (let column = 0; column < columns; column += 128) {
      const offset = <usize>column >> 3;
      const at = lists + <usize>(column >> 7) * blockBytes;
      listChanges(changed + offset, input + offset, inputStride, k, at, at + (listBytes << 7), listBytes);
    }
  }
  let total = 0;
  for (let first = 0; first < n; first += 128) {
    const last = min(n, first + 128);
    if (changed) copySlice(weights + (<usize>first >> 3), weightStride, k, scratch + ownWeights);
    for (let column = 0; column < columns; column += 128) {
      const offset = <usize>column >> 3;
      const block = lists + <usize>(column >> 7) * blockBytes;
      const listCounts = block + (listBytes << 7);
      const largest = changed ? largestCount(listCounts) : 0;
      for (let from = 0; from == 0 || from < largest; from += changesAtOnce) {
        const used = min(changesAtOnce, largest - from);
        const sumPlanesUsed = 32 - clz<i32>(used);
        if (used > 0) sumChanges(scratch, block, listBytes, listCounts, k, from, sumPlanesUsed, columns - column);
        const final = from + changesAtOnce >= largest;
        const odd = v128.load(scratch + oddImages);
        for (let row = first; row < last; row++) {
          const at = margins + <usize>(row * planes) * stride + offset;
          if (used > 0) addPlanes(at, stride, planes, scratch + tile + (<usize>(row - first) << 4), tilePlane, sumPlanesUsed, odd);
          if (!final) continue;
          const ends = starts + (<usize>row << 3);
          const end = load<i32>(ends, 8);
          const place = <usize>row * outStride + offset;
          if (load<i32>(ends) == end && used == 0 && !all) {
            v128.store(difference + place, i64x2.splat(0));
            continue;
          }
          addFlips(at, stride, planes, load<i32>(ends), load<i32>(ends, 4), end, flips, input + offset, inputStride, scratch + flipSums);
          const reached = v128.andnot(laneMask(columns - column), v128.load(at + <usize>(planes - 1) * stride));
          const differing = v128.xor(reached, v128.load(out + place));
          v128.store(out + place, reached);
          v128.store(difference + place, differing);
          total += countOnes(differing);
        }
      }
    }
  }
  return total;
}

/** Per image, where in a slice of the weights the inputs are that fell, from the front of its list on, and
 * those that rose, from its end back; and how many. */
function listChanges(changed: usize, input: usize, stride: usize, k: i32, lists: usize, counted: usize, listBytes: usize): void {
  memory.fill(counted, 0, 1024);
  const end = (<usize>k - 1) << 2;
  for (let feature = 0; feature < k; feature++) {
    if (v128.any_true(v128.load(changed))) {
      for (let half: usize = 0; half < 16; half += 8) {
        let word = load<u64>(changed + half);
        const now = load<u64>(input + half);
        while (word != 0) {
          const bit = ctz<u64>(word);
          word &= word - 1;
          const lane = <usize>bit + (half << 3);
          const list = lists + lane * listBytes;
          const rose = <usize>((now >> bit) & 1);
          const count = counted + (lane << 3) + (rose << 2);
          const already = load<u32>(count);
          store<u32>(list + (rose ? end - (<usize>already << 2) : <usize>already << 2), <u32>(feature << 4));
          store<u32>(count, already + 1);
        }
      }
    }
    changed += stride;
    input += stride;
  }
}

function largestCount(counted: usize): i32 {
  let largest = 0;
  for (let at = counted; at < counted + 1024; at += 8) largest = max(largest, load<i32>(at) + load<i32>(at, 4));
  return largest;
}

/** The weights of 128 neurons, input after input, close together. */
function copySlice(weights: usize, stride: usize, k: i32, to: usize): void {
  for (let input = 0; input < k; input++) {
    v128.store(to, v128.load(weights));
    weights += stride;
    to += 16;
  }
}

/** Sums of the changes from … from + 126 of each image, as planes of a tile, neuron by neuron; and where they are odd. */
function sumChanges(
  scratch: usize, lists: usize, listBytes: usize, counted: usize, k: i32, from: i32, planes: i32, images: i32,
): void {
  const sums = scratch + tile;
  let odd: u64 = 0;
  for (let image = 0; image < 128; image++) {
    const falls = load<i32>(counted);
    const rises = load<i32>(counted, 4);
    counted += 8;
    const to = min(falls + rises, from + changesAtOnce);
    const count = max(0, to - from);
    const at = sums + (<usize>image << 4);
    if (count == 0 || image >= images) {
      for (let plane: usize = 0; plane < <usize>planes; plane++) v128.store(at + plane * tilePlane, i64x2.splat(0));
    } else {
      const firstFall = lists + (<usize>min(from, falls) << 2);
      const endFall = lists + (<usize>min(to, falls) << 2);
      // Rise r is at place k - 1 - r.
      const firstRise = lists + (<usize>(k - max(0, to - falls)) << 2);
      const endRise = lists + (<usize>(k - max(0, from - falls)) << 2);
      sumOffsets(scratch + ownWeights, firstFall, endFall, firstRise, endRise, at, tilePlane);
      if (count < 8) extendPlanes(at, tilePlane, 32 - clz<i32>(count), planes);
    }
    odd |= <u64>(count & 1) << (image & 63);
    if ((image & 63) == 63) {
      store<u64>(scratch + oddImages + (<usize>image >> 6 << 3), odd);
      odd = 0;
    }
    lists += listBytes;
  }
  for (let plane: usize = 0; plane < <usize>planes; plane++) transposeTile(sums + plane * tilePlane);
}

/** Repeats the plane of signs. */
@inline
function extendPlanes(at: usize, stride: usize, used: i32, planes: i32): void {
  const sign = v128.load(at + <usize>(used - 1) * stride);
  for (let plane = used; plane < planes; plane++) v128.store(at + <usize>plane * stride, sign);
}

@inline
function addFlips(
  at: usize, stride: usize, planes: i32, start: i32, middle: i32, end: i32, flips: usize, input: usize, inputStride: usize,
  sums: usize,
): void {
  for (let from = start; from < end; from += vectorsAtOnce) {
    const to = min(end, from + vectorsAtOnce);
    const turn = max(from, min(to, middle));
    const list = flips + (<usize>from << 2);
    const falls = flips + (<usize>turn << 2);
    sumItems(input, inputStride, falls, flips + (<usize>to << 2), list, falls, sums, 16);
    const count = to - from;
    addPlanes(at, stride, planes, sums, 16, 32 - clz<i32>(count), i64x2.splat(-<i64>(count & 1)));
  }
}

/** margins += 2 · sums + odd. */
@inline
function addPlanes(at: usize, stride: usize, planes: i32, sums: usize, sumStride: usize, used: i32, odd: v128): void {
  const lowest = v128.load(at);
  v128.store(at, v128.xor(lowest, odd));
  let carry = v128.and(lowest, odd);
  let sum = odd;
  const end = at + <usize>planes * stride;
  at += stride;
  for (const known = at + <usize>used * stride; at < known; at += stride) {
    const margin = v128.load(at);
    sum = v128.load(sums);
    sums += sumStride;
    const partial = v128.xor(margin, sum);
    v128.store(at, v128.xor(partial, carry));
    carry = v128.or(v128.and(margin, sum), v128.and(partial, carry));
  }
  // Above, 1 is added where there is a carry and taken away where the sum is negative, until no lane passes it on.
  for (let moving = v128.xor(sum, carry); at < end && v128.any_true(moving); at += stride) {
    const margin = v128.load(at);
    v128.store(at, v128.xor(margin, moving));
    moving = v128.and(moving, v128.xor(margin, sum));
  }
}

/** Ones in the lanes that hold columns. */
@inline
function laneMask(columns: i32): v128 {
  const low: u64 = columns >= 64 ? ~(<u64>0) : (<u64>1 << columns) - 1;
  const high: u64 = columns >= 128 ? ~(<u64>0) : columns <= 64 ? 0 : (<u64>1 << (columns - 64)) - 1;
  return i64x2.replace_lane(i64x2.splat(low), 1, high);
}

@inline
export function countOnes(bits: v128): i32 {
  return <i32>(popcnt<u64>(i64x2.extract_lane(bits, 0)) + popcnt<u64>(i64x2.extract_lane(bits, 1)));
}

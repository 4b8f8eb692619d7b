import { planeBytes, sumSigns, vectorsAtOnce } from './bit-planes';

// What changed inputs of single images mean for the dots of a layer: few weights are read per image, 128 neurons at once.

/**
 * Image i: out[i] = sum over its changed inputs of the signs of their weights, negative where the input was +1 before.
 * `weights` are K x N bits. Only the changes first … first + 126 of each image are taken; returns the largest number of
 * changes of an image. Rows of `out` are whole slices of 128 bytes. `scratch`: the planes, then 4 bytes per change.
 */
export function changeDeltas(
  changed: usize, before: usize, stride: usize, images: i32, weights: usize, weightStride: usize, slices: i32, out: usize,
  first: i32, scratch: usize,
): i32 {
  const list = scratch + planeBytes;
  let largest = 0;
  for (let image = 0; image < images; image++) {
    let count = 0;
    let listed = 0;
    let rising = 0;
    for (let falling = 0; falling < 2; falling++) {
      for (let place: usize = 0; place < stride; place += 8) {
        let word = load<u64>(changed + place);
        if (word == 0) continue;
        const was = load<u64>(before + place);
        word &= falling ? was : ~was;
        while (word != 0) {
          if (count >= first && listed < vectorsAtOnce) {
            store<u32>(list + (<usize>listed << 2), <u32>((place << 3) + <usize>ctz<u64>(word)));
            listed++;
          }
          word &= word - 1;
          count++;
        }
      }
      if (!falling) rising = listed;
    }
    largest = max(largest, count);
    if (listed == 0) {
      memory.fill(out, 0, <usize>slices << 7);
      out += <usize>slices << 7;
    } else {
      for (let slice = 0; slice < slices; slice++) {
        sumSigns(weights + (<usize>slice << 4), weightStride, list, 0, rising, listed, out, scratch);
        out += 128;
      }
    }
    changed += stride;
    before += stride;
  }
  return largest;
}

/** a ^= b over whole rows of 16 bytes. */
export function toggleBits(a: usize, b: usize, bytes: usize): void {
  for (let at: usize = 0; at < bytes; at += 16) v128.store(a + at, v128.xor(v128.load(a + at), v128.load(b + at)));
}

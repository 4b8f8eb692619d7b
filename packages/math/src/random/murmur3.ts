/**
 * MurmurHash3_x86_128 of bytes: four 32-bit words. Chosen because it needs only 32-bit arithmetic, mixes every
 * input bit into all 128 output bits, and has a published verification value.
 * Source: A. Appleby, SMHasher, MurmurHash3.cpp (public domain); verification value 0xB3ECE62A.
 */
export function murmur3(bytes: Uint8Array, seed: number): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const h = new Uint32Array(4).fill(seed);
  const whole = bytes.length - (bytes.length % 16);
  for (let at = 0; at < whole; at += 16) {
    for (let lane = 0; lane < 4; lane++) {
      const mixed = word(h, lane) ^ scramble(view.getUint32(at + 4 * lane, true), lane);
      const turned = rotate(mixed, turns[lane] as number) + word(h, (lane + 1) % 4);
      h[lane] = Math.imul(turned, 5) + (offsets[lane] as number);
    }
  }
  for (let lane = 0; lane < 4; lane++) {
    let rest = 0;
    for (let byte = 3; byte >= 0; byte--) rest = (rest << 8) | (bytes[whole + 4 * lane + byte] ?? 0);
    if (rest !== 0) h[lane] = word(h, lane) ^ scramble(rest, lane);
  }
  for (let lane = 0; lane < 4; lane++) h[lane] = word(h, lane) ^ bytes.length;
  spread(h);
  for (let lane = 0; lane < 4; lane++) h[lane] = finalMix(word(h, lane));
  spread(h);
  return h;
}

const factors: readonly number[] = [0x239b961b, 0xab0e9789, 0x38b34ae5, 0xa1e38b93, 0x239b961b];
const turns: readonly number[] = [19, 17, 15, 13];
const offsets: readonly number[] = [0x561ccd1b, 0x0bcaa747, 0x96cd1c35, 0x32ac3b17];

function scramble(k: number, lane: number): number {
  const turned = rotate(Math.imul(k, factors[lane] as number), 15 + lane);
  return Math.imul(turned, factors[lane + 1] as number);
}

function spread(h: Uint32Array): void {
  h[0] = word(h, 0) + word(h, 1) + word(h, 2) + word(h, 3);
  for (let lane = 1; lane < 4; lane++) h[lane] = word(h, lane) + word(h, 0);
}

function finalMix(value: number): number {
  let h = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

function rotate(x: number, by: number): number {
  return (x << by) | (x >>> (32 - by));
}

function word(h: Uint32Array, lane: number): number {
  return h[lane] as number;
}

import { storeSums } from './sign-tables';

// The product of product-sign.ts with 16 lanes at a time: tables of half the size, for processors with less first-level
// cache. The order of additions of a column, and so every bit, is the same.

/** 16 sums of 64 bytes of lanes. */
const tableBytes: usize = 1024;
const allTableBytes: usize = 32 * tableBytes;

/** Operands and `scratch` as for productRealSign: `slices` counts 32 lanes. */
export function productRealSign16(
  signs: usize, signStride: usize, n: i32, k: i32, a: usize, aStride: usize, out: usize, outStride: usize, slices: i32, scratch: usize,
): void {
  const zeros = scratch + allTableBytes;
  memory.fill(zeros, 0, 64);
  for (let slice = 0; slice < slices << 1; slice++) {
    const column = <usize>slice << 6;
    for (let k0 = 0; k0 < k; k0 += 128) {
      const words = min(4, (k - k0 + 31) >> 5);
      for (let group = 0; group < words << 3; group++) {
        const row = k0 + (group << 2);
        const source = a + <usize>row * aStride + column;
        const row1 = row + 1 < k ? source + aStride : zeros;
        const row2 = row + 2 < k ? source + 2 * aStride : zeros;
        const row3 = row + 3 < k ? source + 3 * aStride : zeros;
        const row0 = row < k ? source : zeros;
        const table = scratch + <usize>group * tableBytes;
        for (let lane: usize = 0; lane < 64; lane += 16) {
          storeSums<f32>(
            v128.load(row0 + lane), v128.load(row1 + lane), v128.load(row2 + lane), v128.load(row3 + lane), table + lane, 64,
          );
        }
      }
      addRows16(signs + (<usize>k0 >> 3), signStride, n, words, out + column, outStride, k0 == 0, scratch);
    }
  }
}

@inline
function addRows16(
  signs: usize, signStride: usize, n: i32, words: i32, sums: usize, sumStride: usize, first: bool, tables: usize,
): void {
  for (let row = 0; row < n; row++) {
    let c0 = f32x4.splat(0);
    let c1 = c0;
    let c2 = c0;
    let c3 = c0;
    if (!first) {
      c0 = v128.load(sums, 0);
      c1 = v128.load(sums, 16);
      c2 = v128.load(sums, 32);
      c3 = v128.load(sums, 48);
    }
    let table = tables;
    for (let half = 0; half < words << 1; half++) {
      const bits = <u32>load<u16>(signs + (<usize>half << 1));
      const t0 = table + (<usize>(bits << 6) & 0x3c0);
      c0 = f32x4.add(c0, v128.load(t0, 0));
      c1 = f32x4.add(c1, v128.load(t0, 16));
      c2 = f32x4.add(c2, v128.load(t0, 32));
      c3 = f32x4.add(c3, v128.load(t0, 48));
      const t1 = table + (<usize>(bits << 2) & 0x3c0);
      c0 = f32x4.add(c0, v128.load(t1, 1024));
      c1 = f32x4.add(c1, v128.load(t1, 1040));
      c2 = f32x4.add(c2, v128.load(t1, 1056));
      c3 = f32x4.add(c3, v128.load(t1, 1072));
      const t2 = table + (<usize>(bits >> 2) & 0x3c0);
      c0 = f32x4.add(c0, v128.load(t2, 2048));
      c1 = f32x4.add(c1, v128.load(t2, 2064));
      c2 = f32x4.add(c2, v128.load(t2, 2080));
      c3 = f32x4.add(c3, v128.load(t2, 2096));
      const t3 = table + (<usize>(bits >> 6) & 0x3c0);
      c0 = f32x4.add(c0, v128.load(t3, 3072));
      c1 = f32x4.add(c1, v128.load(t3, 3088));
      c2 = f32x4.add(c2, v128.load(t3, 3104));
      c3 = f32x4.add(c3, v128.load(t3, 3120));
      table += 4 * tableBytes;
    }
    v128.store(sums, c0, 0);
    v128.store(sums, c1, 16);
    v128.store(sums, c2, 32);
    v128.store(sums, c3, 48);
    signs += signStride;
    sums += sumStride;
  }
}

import { tables } from './bit-tables';
import { storeSums } from './sign-tables';

// Products of signs with 32-bit numbers by tables at a fixed address: a slice of 32 lanes and 4 rows of numbers has 16
// sums, built once and then read by all rows of signs. 16 such tables, for two words of signs, half fill the first cache
// of a large processor and just fill that of a small one. Where an entry lies is said by 16 bits, made beforehand: then a
// lookup of 128 bytes costs one instruction besides its loads and additions.

/** 16 sums of 128 bytes of lanes. */
const tableBytes: usize = 2048;
/** Words of signs, of 32 rows of numbers each, whose tables are kept. */
export const wordsAtOnce: i32 = 2;
/** Offsets of one word. */
export const offsetBytes: usize = 16;

/** The tables of the rows `row … row + 32 · words - 1`; `zeros` (128 bytes) stand for rows beyond k. */
export function buildTables<T>(numbers: usize, stride: usize, row: i32, k: i32, words: i32, zeros: usize): void {
  const end = row + (words << 5);
  numbers += <usize>row * stride;
  for (let table = tables; row < end; row += 4) {
    const row0 = row < k ? numbers : zeros;
    const row1 = row + 1 < k ? numbers + stride : zeros;
    const row2 = row + 2 < k ? numbers + 2 * stride : zeros;
    const row3 = row + 3 < k ? numbers + 3 * stride : zeros;
    for (let at: usize = 0; at < 128; at += 16) {
      storeSums<T>(v128.load(row0 + at), v128.load(row1 + at), v128.load(row2 + at), v128.load(row3 + at), table + at);
    }
    table += tableBytes;
    numbers += stride << 2;
  }
}

/** Where the entries of the nibbles of `words` words per row lie in their tables; {@link offsetBytes} per word. */
export function storeOffsets(signs: usize, signStride: usize, n: i32, words: i32, offsets: usize): void {
  // Nibbles of a byte go to bit 7, since an entry has 128 bytes: the lower one times 128, the upper one times 8.
  const bytes = i8x16(0, 16, 0, 16, 1, 16, 1, 16, 2, 16, 2, 16, 3, 16, 3, 16);
  const factors = i16x8(128, 8, 128, 8, 128, 8, 128, 8);
  const mask = i16x8.splat(0x780);
  const even = i16x8(0, 2048, 4096, 6144, 8192, 10240, 12288, 14336);
  const change = i16x8.splat(0x4000);
  for (let row = 0; row < n; row++) {
    let start = even;
    for (let word = 0; word < words; word++) {
      const nibbles = i16x8.mul(i8x16.swizzle(v128.load32_splat(signs + (<usize>word << 2)), bytes), factors);
      v128.store(offsets, v128.or(v128.and(nibbles, mask), start));
      // The tables of odd words lie behind those of even ones.
      start = v128.xor(start, change);
      offsets += offsetBytes;
    }
    signs += signStride;
  }
}

/**
 * Adds the entries that the offsets of `words` words of each row select onto 128 bytes of partial sums per row, or onto 0
 * where `first`. Nibbles are added in order.
 */
export function addEntries<T>(
  offsets: usize, offsetStride: usize, n: i32, words: i32, sums: usize, sumStride: usize, first: bool,
): void {
  const bytes = <usize>words * offsetBytes;
  for (let row = 0; row < n; row++) {
    let c0 = v128.splat<T>(<T>0);
    let c1 = c0;
    let c2 = c0;
    let c3 = c0;
    let c4 = c0;
    let c5 = c0;
    let c6 = c0;
    let c7 = c0;
    if (!first) {
      c0 = v128.load(sums, 0);
      c1 = v128.load(sums, 16);
      c2 = v128.load(sums, 32);
      c3 = v128.load(sums, 48);
      c4 = v128.load(sums, 64);
      c5 = v128.load(sums, 80);
      c6 = v128.load(sums, 96);
      c7 = v128.load(sums, 112);
    }
    // Four nibbles; longer unrolling is slower: the code no longer fits the processor's cache of decoded instructions.
    for (let at = offsets; at < offsets + bytes; at += 8) {
      const t0 = <usize>load<u16>(at, 0);
      c0 = v128.add<T>(c0, v128.load(t0, tables));
      c1 = v128.add<T>(c1, v128.load(t0, tables + 16));
      c2 = v128.add<T>(c2, v128.load(t0, tables + 32));
      c3 = v128.add<T>(c3, v128.load(t0, tables + 48));
      c4 = v128.add<T>(c4, v128.load(t0, tables + 64));
      c5 = v128.add<T>(c5, v128.load(t0, tables + 80));
      c6 = v128.add<T>(c6, v128.load(t0, tables + 96));
      c7 = v128.add<T>(c7, v128.load(t0, tables + 112));
      const t1 = <usize>load<u16>(at, 2);
      c0 = v128.add<T>(c0, v128.load(t1, tables));
      c1 = v128.add<T>(c1, v128.load(t1, tables + 16));
      c2 = v128.add<T>(c2, v128.load(t1, tables + 32));
      c3 = v128.add<T>(c3, v128.load(t1, tables + 48));
      c4 = v128.add<T>(c4, v128.load(t1, tables + 64));
      c5 = v128.add<T>(c5, v128.load(t1, tables + 80));
      c6 = v128.add<T>(c6, v128.load(t1, tables + 96));
      c7 = v128.add<T>(c7, v128.load(t1, tables + 112));
      const t2 = <usize>load<u16>(at, 4);
      c0 = v128.add<T>(c0, v128.load(t2, tables));
      c1 = v128.add<T>(c1, v128.load(t2, tables + 16));
      c2 = v128.add<T>(c2, v128.load(t2, tables + 32));
      c3 = v128.add<T>(c3, v128.load(t2, tables + 48));
      c4 = v128.add<T>(c4, v128.load(t2, tables + 64));
      c5 = v128.add<T>(c5, v128.load(t2, tables + 80));
      c6 = v128.add<T>(c6, v128.load(t2, tables + 96));
      c7 = v128.add<T>(c7, v128.load(t2, tables + 112));
      const t3 = <usize>load<u16>(at, 6);
      c0 = v128.add<T>(c0, v128.load(t3, tables));
      c1 = v128.add<T>(c1, v128.load(t3, tables + 16));
      c2 = v128.add<T>(c2, v128.load(t3, tables + 32));
      c3 = v128.add<T>(c3, v128.load(t3, tables + 48));
      c4 = v128.add<T>(c4, v128.load(t3, tables + 64));
      c5 = v128.add<T>(c5, v128.load(t3, tables + 80));
      c6 = v128.add<T>(c6, v128.load(t3, tables + 96));
      c7 = v128.add<T>(c7, v128.load(t3, tables + 112));
    }
    v128.store(sums, c0, 0);
    v128.store(sums, c1, 16);
    v128.store(sums, c2, 32);
    v128.store(sums, c3, 48);
    v128.store(sums, c4, 64);
    v128.store(sums, c5, 80);
    v128.store(sums, c6, 96);
    v128.store(sums, c7, 112);
    offsets += offsetStride;
    sums += sumStride;
  }
}

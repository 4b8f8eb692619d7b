// Lookup tables of signed sums, shared by the products with signs (method of four Russians; T-MAC for low-bit weights).
// A slice of 128 bytes of lanes and 4 rows of numbers has 16 sums. They are built once and then read by all N rows of
// signs: one load and one addition do 4 multiply-adds per lane. Here 32 such tables (128 rows of K) are kept at a time,
// for 16-bit numbers; sign-lookups.ts is for 32 bits.

/** 16 sums of 128 bytes of lanes. */
export const tableBytes: usize = 2048;
/** Words of signs whose tables are kept. */
export const wordsAtOnce: i32 = 4;
export const allTableBytes: usize = 8 * 4 * tableBytes;

/**
 * Adds the table entries that the first `words` words of each row of `signs` select onto 128 bytes of partial sums per
 * row, or onto 0 where `first`. Nibbles are added in order.
 */
@inline
export function addRows<T>(
  signs: usize, signStride: usize, n: i32, words: i32, sums: usize, sumStride: usize, first: bool, tables: usize,
): void {
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
    let table = tables;
    for (let half = 0; half < words << 1; half++) {
      // Four nibbles; the index of a nibble is kept at bit 7, since an entry has 128 bytes. Longer unrolling is slower:
      // the code no longer fits the processor's cache of decoded instructions.
      const bits = <u32>load<u16>(signs + (<usize>half << 1));
      const t0 = table + (<usize>(bits << 7) & 0x780);
      c0 = v128.add<T>(c0, v128.load(t0, 0));
      c1 = v128.add<T>(c1, v128.load(t0, 16));
      c2 = v128.add<T>(c2, v128.load(t0, 32));
      c3 = v128.add<T>(c3, v128.load(t0, 48));
      c4 = v128.add<T>(c4, v128.load(t0, 64));
      c5 = v128.add<T>(c5, v128.load(t0, 80));
      c6 = v128.add<T>(c6, v128.load(t0, 96));
      c7 = v128.add<T>(c7, v128.load(t0, 112));
      const t1 = table + (<usize>(bits << 3) & 0x780);
      c0 = v128.add<T>(c0, v128.load(t1, 2048));
      c1 = v128.add<T>(c1, v128.load(t1, 2064));
      c2 = v128.add<T>(c2, v128.load(t1, 2080));
      c3 = v128.add<T>(c3, v128.load(t1, 2096));
      c4 = v128.add<T>(c4, v128.load(t1, 2112));
      c5 = v128.add<T>(c5, v128.load(t1, 2128));
      c6 = v128.add<T>(c6, v128.load(t1, 2144));
      c7 = v128.add<T>(c7, v128.load(t1, 2160));
      const t2 = table + (<usize>(bits >> 1) & 0x780);
      c0 = v128.add<T>(c0, v128.load(t2, 4096));
      c1 = v128.add<T>(c1, v128.load(t2, 4112));
      c2 = v128.add<T>(c2, v128.load(t2, 4128));
      c3 = v128.add<T>(c3, v128.load(t2, 4144));
      c4 = v128.add<T>(c4, v128.load(t2, 4160));
      c5 = v128.add<T>(c5, v128.load(t2, 4176));
      c6 = v128.add<T>(c6, v128.load(t2, 4192));
      c7 = v128.add<T>(c7, v128.load(t2, 4208));
      const t3 = table + (<usize>(bits >> 5) & 0x780);
      c0 = v128.add<T>(c0, v128.load(t3, 6144));
      c1 = v128.add<T>(c1, v128.load(t3, 6160));
      c2 = v128.add<T>(c2, v128.load(t3, 6176));
      c3 = v128.add<T>(c3, v128.load(t3, 6192));
      c4 = v128.add<T>(c4, v128.load(t3, 6208));
      c5 = v128.add<T>(c5, v128.load(t3, 6224));
      c6 = v128.add<T>(c6, v128.load(t3, 6240));
      c7 = v128.add<T>(c7, v128.load(t3, 6256));
      table += 4 * tableBytes;
    }
    v128.store(sums, c0, 0);
    v128.store(sums, c1, 16);
    v128.store(sums, c2, 32);
    v128.store(sums, c3, 48);
    v128.store(sums, c4, 64);
    v128.store(sums, c5, 80);
    v128.store(sums, c6, 96);
    v128.store(sums, c7, 112);
    signs += signStride;
    sums += sumStride;
  }
}

/** Writes one vector of all 16 sums of 4 rows: entry i is the sum whose term r is positive where bit r of i is set. */
@inline
export function storeSums<T>(a0: v128, a1: v128, a2: v128, a3: v128, table: usize, entryBytes: usize = 128): void {
  const p = v128.add<T>(a0, a1);
  const q = v128.sub<T>(a0, a1);
  const r = v128.add<T>(a2, a3);
  const s = v128.sub<T>(a2, a3);
  storePair<T>(table, entryBytes, 15, v128.add<T>(p, r));
  storePair<T>(table, entryBytes, 14, v128.sub<T>(r, q));
  storePair<T>(table, entryBytes, 13, v128.add<T>(q, r));
  storePair<T>(table, entryBytes, 12, v128.sub<T>(r, p));
  storePair<T>(table, entryBytes, 11, v128.sub<T>(p, s));
  storePair<T>(table, entryBytes, 7, v128.add<T>(p, s));
  storePair<T>(table, entryBytes, 5, v128.add<T>(q, s));
  storePair<T>(table, entryBytes, 6, v128.sub<T>(s, q));
}

/** The complement of an entry is its negative: rounding is symmetric. */
@inline
function storePair<T>(table: usize, entryBytes: usize, entry: usize, value: v128): void {
  v128.store(table + entry * entryBytes, value);
  v128.store(table + (15 - entry) * entryBytes, v128.neg<T>(value));
}

/** Zeros the columns of a row that are padding, where a kernel has summed up something else. */
export function clearPadding(out: usize, outStride: usize, rows: i32, columns: i32): void {
  const start = <usize>columns << 2;
  if (start == outStride) return;
  for (let row = 0; row < rows; row++) memory.fill(out + <usize>row * outStride + start, 0, outStride - start);
}

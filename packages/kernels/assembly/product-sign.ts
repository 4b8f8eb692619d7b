// Lookup-table product out[N x M] = signs[N x K] · a[K x M] (method of four Russians; T-MAC for low-bit weights).
// A slice of 32 lanes and 4 rows of `a` has 16 signed sums. They are built once and then read by all N rows of signs:
// one load and one addition do 4 multiply-adds per lane. 32 such tables (128 rows of K) are kept at a time.
// Order of additions, whatever the slices: per nibble ((±a0 ± a1) + (±a2 ± a3)), nibbles in order onto 0.

const tableBytes: usize = 2048; // 16 sums of 32 lanes
const wordTableBytes: usize = 8 * tableBytes;

export function productRealSign(
  signs: usize, signStride: usize, n: i32, k: i32, a: usize, aStride: usize, out: usize, outStride: usize, slices: i32, scratch: usize,
): void {
  product<f32>(signs, signStride, n, k, a, aStride, out, outStride, slices, scratch);
}

export function productIntSign(
  signs: usize, signStride: usize, n: i32, k: i32, a: usize, aStride: usize, out: usize, outStride: usize, slices: i32, scratch: usize,
): void {
  product<i32>(signs, signStride, n, k, a, aStride, out, outStride, slices, scratch);
}

/** `scratch`: 64 KiB of tables, then 128 bytes of zeros that stand for the rows beyond K. */
@inline
function product<T>(
  signs: usize, signStride: usize, n: i32, k: i32, a: usize, aStride: usize, out: usize, outStride: usize, slices: i32, scratch: usize,
): void {
  const zeros = scratch + 4 * wordTableBytes;
  memory.fill(zeros, 0, 128);
  for (let slice = 0; slice < slices; slice++) {
    const column = <usize>slice << 7;
    for (let k0 = 0; k0 < k; k0 += 128) {
      const words = min(4, (k - k0 + 31) >> 5);
      for (let group = 0; group < words << 3; group++) {
        const row = k0 + (group << 2);
        const source = a + <usize>row * aStride + column;
        buildTable<T>(
          row < k ? source : zeros,
          row + 1 < k ? source + aStride : zeros,
          row + 2 < k ? source + 2 * aStride : zeros,
          row + 3 < k ? source + 3 * aStride : zeros,
          scratch + <usize>group * tableBytes,
        );
      }
      addRows<T>(signs + (<usize>k0 >> 3), signStride, n, words, out + column, outStride, k0 == 0, scratch);
    }
  }
}

/** Entry i of the table is the sum whose term r is positive where bit r of i is set. */
@inline
function buildTable<T>(row0: usize, row1: usize, row2: usize, row3: usize, table: usize): void {
  for (let lane: usize = 0; lane < 128; lane += 16) {
    const a0 = v128.load(row0 + lane);
    const a1 = v128.load(row1 + lane);
    const a2 = v128.load(row2 + lane);
    const a3 = v128.load(row3 + lane);
    const p = v128.add<T>(a0, a1);
    const q = v128.sub<T>(a0, a1);
    const r = v128.add<T>(a2, a3);
    const s = v128.sub<T>(a2, a3);
    const t = table + lane;
    storePair<T>(t, 15, v128.add<T>(p, r));
    storePair<T>(t, 14, v128.sub<T>(r, q));
    storePair<T>(t, 13, v128.add<T>(q, r));
    storePair<T>(t, 12, v128.sub<T>(r, p));
    storePair<T>(t, 11, v128.sub<T>(p, s));
    storePair<T>(t, 7, v128.add<T>(p, s));
    storePair<T>(t, 5, v128.add<T>(q, s));
    storePair<T>(t, 6, v128.sub<T>(s, q));
  }
}

/** The complement of an entry is its negative: rounding is symmetric. */
@inline
function storePair<T>(table: usize, entry: usize, value: v128): void {
  v128.store(table + (entry << 7), value);
  v128.store(table + ((15 - entry) << 7), v128.neg<T>(value));
}

@inline
function addRows<T>(signs: usize, signStride: usize, n: i32, words: i32, out: usize, outStride: usize, first: bool, tables: usize): void {
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
      c0 = v128.load(out, 0);
      c1 = v128.load(out, 16);
      c2 = v128.load(out, 32);
      c3 = v128.load(out, 48);
      c4 = v128.load(out, 64);
      c5 = v128.load(out, 80);
      c6 = v128.load(out, 96);
      c7 = v128.load(out, 112);
    }
    let table = tables;
    for (let w = 0; w < words; w++) {
      // Eight nibbles, unrolled; the index of a nibble is kept at bit 7, since an entry has 128 bytes.
      const bits = load<u32>(signs + (<usize>w << 2));
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
      const t4 = table + (<usize>(bits >> 9) & 0x780);
      c0 = v128.add<T>(c0, v128.load(t4, 8192));
      c1 = v128.add<T>(c1, v128.load(t4, 8208));
      c2 = v128.add<T>(c2, v128.load(t4, 8224));
      c3 = v128.add<T>(c3, v128.load(t4, 8240));
      c4 = v128.add<T>(c4, v128.load(t4, 8256));
      c5 = v128.add<T>(c5, v128.load(t4, 8272));
      c6 = v128.add<T>(c6, v128.load(t4, 8288));
      c7 = v128.add<T>(c7, v128.load(t4, 8304));
      const t5 = table + (<usize>(bits >> 13) & 0x780);
      c0 = v128.add<T>(c0, v128.load(t5, 10240));
      c1 = v128.add<T>(c1, v128.load(t5, 10256));
      c2 = v128.add<T>(c2, v128.load(t5, 10272));
      c3 = v128.add<T>(c3, v128.load(t5, 10288));
      c4 = v128.add<T>(c4, v128.load(t5, 10304));
      c5 = v128.add<T>(c5, v128.load(t5, 10320));
      c6 = v128.add<T>(c6, v128.load(t5, 10336));
      c7 = v128.add<T>(c7, v128.load(t5, 10352));
      const t6 = table + (<usize>(bits >> 17) & 0x780);
      c0 = v128.add<T>(c0, v128.load(t6, 12288));
      c1 = v128.add<T>(c1, v128.load(t6, 12304));
      c2 = v128.add<T>(c2, v128.load(t6, 12320));
      c3 = v128.add<T>(c3, v128.load(t6, 12336));
      c4 = v128.add<T>(c4, v128.load(t6, 12352));
      c5 = v128.add<T>(c5, v128.load(t6, 12368));
      c6 = v128.add<T>(c6, v128.load(t6, 12384));
      c7 = v128.add<T>(c7, v128.load(t6, 12400));
      const t7 = table + (<usize>(bits >> 21) & 0x780);
      c0 = v128.add<T>(c0, v128.load(t7, 14336));
      c1 = v128.add<T>(c1, v128.load(t7, 14352));
      c2 = v128.add<T>(c2, v128.load(t7, 14368));
      c3 = v128.add<T>(c3, v128.load(t7, 14384));
      c4 = v128.add<T>(c4, v128.load(t7, 14400));
      c5 = v128.add<T>(c5, v128.load(t7, 14416));
      c6 = v128.add<T>(c6, v128.load(t7, 14432));
      c7 = v128.add<T>(c7, v128.load(t7, 14448));
      table += wordTableBytes;
    }
    v128.store(out, c0, 0);
    v128.store(out, c1, 16);
    v128.store(out, c2, 32);
    v128.store(out, c3, 48);
    v128.store(out, c4, 64);
    v128.store(out, c5, 80);
    v128.store(out, c6, 96);
    v128.store(out, c7, 112);
    signs += signStride;
    out += outStride;
  }
}

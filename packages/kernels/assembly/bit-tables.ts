// Lookup tables of the products of signs with signs. A group is 6 rows of bits; entry w of its table holds, for each
// column, in how many of the 6 rows the column differs from the sign bits w. Two columns share a byte: of the 16 bytes,
// byte 2 i has columns i (low four bits) and 16 + i, byte 2 i + 1 columns 8 + i and 24 + i. 8 groups (48 rows) are kept.
// A table is V vectors wide, each of 32 columns; V is the size of a type, since offsets of loads must be constants.

/** Rows of a group. */
export const groupRows: i32 = 6;
/** Rows of the groups that are kept. */
export const chunkRows: i32 = 48;

// Fixed addresses below the arena: a table at a constant offset costs no addition per lookup, and a constant that comes
// out of memory stays in a register, where V8 would build a literal again at each use.
export const tables: usize = 2048;
export const lowBits: usize = 1024;
export const highBits: usize = 1040;
export const sixBits: usize = 1056;
export const evenBytes: usize = 1072;
const bitOfLane: usize = 1088;
const sixteen: usize = 1104;
const both: usize = 1120;
export const windowBytes: usize = 1136;
export const windowFactors: usize = 1152;
export const halvedWindows: usize = 1168;
export const sixBitOffsets: usize = 1184;

export function storeConstants(): void {
  v128.store(lowBits, i8x16.splat(0x0f));
  v128.store(highBits, i8x16.splat(-16));
  v128.store(sixBits, i8x16.splat(0x3f));
  v128.store(evenBytes, i16x8.splat(0xff));
  v128.store(bitOfLane, i8x16(1, 1, 2, 2, 4, 4, 8, 8, 16, 16, 32, 32, 64, 64, -128, -128));
  v128.store(sixteen, i8x16.splat(16));
  v128.store(both, i8x16.splat(17));
  // Six bits that start at bit 0, 6, 4, 2 of two bytes go to bit 5: times 32, halved, times 2, times 8.
  v128.store(windowBytes, i8x16(0, 1, 0, 1, 1, 2, 2, 3, 3, 4, 3, 4, 4, 5, 5, 6));
  v128.store(windowFactors, i16x8(32, 0, 2, 8, 32, 0, 2, 8));
  v128.store(halvedWindows, i16x8(0, -1, 0, 0, 0, -1, 0, 0));
  v128.store(sixBitOffsets, i16x8.splat(0x7e0));
}

/** The tables of the rows `row … row + 47`; rows beyond k differ nowhere, as their sign bits are 0. */
export function buildTables<V>(bits: usize, bitStride: usize, row: i32, k: i32): void {
  for (let group: usize = 0; group < 8; group++) {
    const first = row + <i32>group * groupRows;
    const table = tables + group * (sizeof<V>() << 10);
    if (first >= k) {
      memory.fill(table, 0, sizeof<V>() << 4);
    } else {
      for (let v: usize = 0; v < sizeof<V>(); v++) {
        buildTable<V>(bits + <usize>first * bitStride + (v << 2), bitStride, k - first, table + (v << 4));
      }
    }
  }
}

@inline
function buildTable<V>(at: usize, stride: usize, present: i32, table: usize): void {
  const both17 = v128.load(both);
  const x0 = columns(at);
  const x1 = present > 1 ? columns(at + stride) : i8x16.splat(0);
  const x2 = present > 2 ? columns(at + 2 * stride) : i8x16.splat(0);
  const x3 = present > 3 ? columns(at + 3 * stride) : i8x16.splat(0);
  const x4 = present > 4 ? columns(at + 4 * stride) : i8x16.splat(0);
  const x5 = present > 5 ? columns(at + 5 * stride) : i8x16.splat(0);
  // What setting a bit of w adds to an entry: +1 where the row's bit is 0, -1 where it is 1.
  const d0 = i8x16.sub(both17, i8x16.add(x0, x0));
  const d1 = i8x16.sub(both17, i8x16.add(x1, x1));
  const d2 = i8x16.sub(both17, i8x16.add(x2, x2));
  const d3 = i8x16.sub(both17, i8x16.add(x3, x3));
  const d4 = i8x16.sub(both17, i8x16.add(x4, x4));
  const d5 = i8x16.sub(both17, i8x16.add(x5, x5));
  const e0 = i8x16.add(i8x16.add(i8x16.add(x0, x1), i8x16.add(x2, x3)), i8x16.add(x4, x5));
  const e1 = i8x16.add(e0, d0);
  const e2 = i8x16.add(e0, d1);
  const e3 = i8x16.add(e1, d1);
  const e4 = i8x16.add(e0, d2);
  const e5 = i8x16.add(e1, d2);
  const e6 = i8x16.add(e2, d2);
  const e7 = i8x16.add(e3, d2);
  // The upper three bits in the order of a Gray code, one addition each.
  let h = i8x16.splat(0);
  storeEight<V>(table, h, e0, e1, e2, e3, e4, e5, e6, e7);
  h = d3;
  storeEight<V>(table + (sizeof<V>() << 7), h, e0, e1, e2, e3, e4, e5, e6, e7);
  h = i8x16.add(h, d4);
  storeEight<V>(table + 3 * (sizeof<V>() << 7), h, e0, e1, e2, e3, e4, e5, e6, e7);
  h = i8x16.sub(h, d3);
  storeEight<V>(table + 2 * (sizeof<V>() << 7), h, e0, e1, e2, e3, e4, e5, e6, e7);
  h = i8x16.add(h, d5);
  storeEight<V>(table + 6 * (sizeof<V>() << 7), h, e0, e1, e2, e3, e4, e5, e6, e7);
  h = i8x16.add(h, d3);
  storeEight<V>(table + 7 * (sizeof<V>() << 7), h, e0, e1, e2, e3, e4, e5, e6, e7);
  h = i8x16.sub(h, d4);
  storeEight<V>(table + 5 * (sizeof<V>() << 7), h, e0, e1, e2, e3, e4, e5, e6, e7);
  h = i8x16.sub(h, d3);
  storeEight<V>(table + 4 * (sizeof<V>() << 7), h, e0, e1, e2, e3, e4, e5, e6, e7);
}

/** 32 bits as 16 bytes: 1 for a bit of the first half, 16 for one of the second. */
@inline
function columns(at: usize): v128 {
  const masks = v128.load(bitOfLane);
  const low = i8x16.eq(v128.and(v128.load16_splat(at), masks), masks);
  const high = i8x16.eq(v128.and(v128.load16_splat(at, 2), masks), masks);
  return i8x16.sub(v128.and(high, v128.load(sixteen)), low);
}

@inline
function storeEight<V>(
  at: usize, h: v128, e0: v128, e1: v128, e2: v128, e3: v128, e4: v128, e5: v128, e6: v128, e7: v128,
): void {
  v128.store(at, i8x16.add(e0, h), 0);
  v128.store(at, i8x16.add(e1, h), 16 * sizeof<V>());
  v128.store(at, i8x16.add(e2, h), 32 * sizeof<V>());
  v128.store(at, i8x16.add(e3, h), 48 * sizeof<V>());
  v128.store(at, i8x16.add(e4, h), 64 * sizeof<V>());
  v128.store(at, i8x16.add(e5, h), 80 * sizeof<V>());
  v128.store(at, i8x16.add(e6, h), 96 * sizeof<V>());
  v128.store(at, i8x16.add(e7, h), 112 * sizeof<V>());
}

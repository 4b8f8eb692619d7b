import { describe, expect, test } from 'vitest';
import { createKernels } from '../create-kernels.ts';
import * as oracle from '../oracle/index.ts';

const draw = oracle.operands(23);
const shapes: readonly (readonly [number, number, number])[] = [
  [1, 1, 1],
  [7, 33, 31],
  [33, 7, 129],
  [3, 700, 33],
  [31, 130, 200],
  [65, 70, 260],
];

describe.each(shapes)('dots of %i x %i x %i that are moved', (n, k, m) => {
  const kernels = createKernels({ backend: 'wasm' });
  const { arena } = kernels;
  const before = draw.signs(n * k);
  const some = draw.floats(n * k);
  // Row 0 keeps its weights, row 1 loses all of them.
  const after = before.map((sign, at) =>
    at < k ? sign : at < 2 * k || (some[at] ?? 0) > 0.7 ? -sign : sign,
  );
  const flips = oracle.flipsOf(before, after, n);
  const starts = oracle.writePlain(arena.i32(1, 2 * n + 1), flips.starts);
  const inputs = oracle.writePlain(arena.i32(1, Math.max(1, flips.inputs.length)), flips.inputs);
  const thresholds = draw.ints(n, -9, 9);
  const limits = oracle.writePlain(arena.i32(1, n), thresholds);

  test.each([
    ['bits', 'i16', 1],
    ['bits', 'i32', 1],
    ['bytes', 'i16', 3],
    ['bytes', 'i32', 255],
  ] as const)('by flips of %s in %s', (kind, dotKind, top) => {
    const counts = draw.ints(k * m, 0, top);
    const x = counts.map((count) => 2 * count - top);
    const input =
      kind === 'bits'
        ? oracle.writeSigns(arena.bits(k, m), Int8Array.from(x))
        : oracle.writePlain(arena.bytes(k, m), counts);
    const product = (signs: Int8Array) => oracle.productSign(signs, x, new Int32Array(n * m), [n, k, m]);
    const dots = place(product(before), dotKind);
    const old = product(before).map((dot, at) => (dot >= (thresholds[Math.floor(at / m)] ?? 0) ? 1 : -1));
    const signs = oracle.writeSigns(arena.bits(n, m), Int8Array.from(old));
    const changed = oracle.writeSigns(arena.bits(n, m), draw.signs(n * m));
    const outputs = { thresholds: limits, signs, changed, all: false };
    const total = kernels.moveDots({ dots, flips: { starts, inputs }, input, top, outputs });
    const expected = product(after);
    expect(read(dots)).toEqual([...expected]);
    const fresh = expected.map((dot, at) => (dot >= (thresholds[Math.floor(at / m)] ?? 0) ? 1 : -1));
    expect([...oracle.readSigns(signs)]).toEqual([...fresh]);
    const differing = fresh.map((sign, at) => (sign === old[at] ? -1 : 1));
    expect([...oracle.readSigns(changed)]).toEqual([...differing]);
    expect(total).toBe(differing.filter((sign) => sign === 1).length);
    for (const matrix of [dots, signs, changed]) expect(oracle.dirtyPadding(matrix)).toBe(0);
  });

  function place(values: Int32Array, kind: 'i16' | 'i32') {
    const wide = oracle.writePlain(arena.i32(n, m), values);
    if (kind === 'i32') return wide;
    const narrow = arena.i16(n, m);
    kernels.narrowInts(wide, narrow);
    return narrow;
  }
  function read(matrix: ReturnType<typeof place>): number[] {
    return Array.from({ length: n }, (_, row) => [...matrix.row(row)]).flat();
  }
});

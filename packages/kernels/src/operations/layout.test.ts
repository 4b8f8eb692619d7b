import { describe, expect, test } from 'vitest';
import { createKernels } from '../create-kernels.ts';
import * as oracle from '../oracle/index.ts';

const sizes = [1, 7, 31, 33, 128, 257];
const shapes = sizes.flatMap((rows) => sizes.map((columns) => [rows, columns] as const));
const draw = oracle.operands(12);

describe.each(shapes)('layout of %i x %i', (rows, columns) => {
  const kernels = createKernels({ backend: 'wasm' });
  const { arena } = kernels;

  test('transposes floats', () => {
    const values = draw.floats(rows * columns);
    const out = arena.f32(columns, rows);
    kernels.transposeReal(oracle.writePlain(arena.f32(rows, columns), values), out);
    expect(oracle.readFloats(out)).toEqual(
      values.map((_, i) => values[(i % rows) * columns + Math.floor(i / rows)] ?? 0),
    );
    expect(oracle.dirtyPadding(out)).toBe(0);
  });

  test('transposes bits', () => {
    const signs = draw.signs(rows * columns);
    const out = arena.bits(columns, rows);
    kernels.transposeBits(oracle.writeSigns(arena.bits(rows, columns), signs), out);
    expect(oracle.readSigns(out)).toEqual(
      signs.map((_, i) => signs[(i % rows) * columns + Math.floor(i / rows)] ?? 0),
    );
    expect(oracle.dirtyPadding(out)).toBe(0);
  });

  test('transposes bytes', () => {
    const values = draw.ints(rows * columns, 0, 255);
    const out = arena.bytes(columns, rows);
    kernels.transposeBytes(oracle.writePlain(arena.bytes(rows, columns), values), out);
    expect(oracle.readInts(out)).toEqual(
      values.map((_, i) => values[(i % rows) * columns + Math.floor(i / rows)] ?? 0),
    );
    expect(oracle.dirtyPadding(out)).toBe(0);
  });

  test('takes signs', () => {
    const values = draw.floats(rows * columns).map((x) => (Math.abs(x) < 0.2 ? 0 * x : x));
    const out = arena.bits(rows, columns);
    kernels.signBits(oracle.writePlain(arena.f32(rows, columns), values), out);
    expect(oracle.readSigns(out)).toEqual(Int8Array.from(values, (x) => (x >= 0 ? 1 : -1)));
    expect(oracle.dirtyPadding(out)).toBe(0);
  });

  test('finds the bytes that are not 0', () => {
    const values = draw.ints(rows * columns, -200, 255).map((x) => Math.max(x, 0));
    const out = arena.bits(rows, columns);
    kernels.nonZeroBits(oracle.writePlain(arena.bytes(rows, columns), values), out);
    expect(oracle.readSigns(out)).toEqual(Int8Array.from(values, (x) => (x === 0 ? -1 : 1)));
    expect(oracle.dirtyPadding(out)).toBe(0);
  });

  test('turns integers into floats', () => {
    const values = draw.ints(rows * columns, -100_000, 100_000);
    const out = arena.f32(rows, columns);
    kernels.intToReal(oracle.writePlain(arena.i32(rows, columns), values), out);
    expect(oracle.readFloats(out)).toEqual(Float32Array.from(values));
    kernels.intToReal(oracle.writePlain(arena.i32(rows, columns), values), out, 1 / 3);
    expect(oracle.readFloats(out)).toEqual(Float32Array.from(values, (x) => x * Math.fround(1 / 3)));
  });

  test('compares with thresholds of rows and of columns', () => {
    const values = draw.ints(rows * columns, -3, 3);
    const dots = oracle.writePlain(arena.i32(rows, columns), values);
    const rowLimits = draw.ints(rows, -3, 3);
    const columnLimits = draw.ints(columns, -3, 3);
    const out = arena.bits(rows, columns);
    kernels.thresholdRows(dots, oracle.writePlain(arena.i32(1, rows), rowLimits), out);
    expect(oracle.readSigns(out)).toEqual(
      Int8Array.from(values, (x, i) => (x >= (rowLimits[Math.floor(i / columns)] ?? 0) ? 1 : -1)),
    );
    kernels.thresholdColumns(dots, oracle.writePlain(arena.i32(1, columns), columnLimits), out);
    expect(oracle.readSigns(out)).toEqual(
      Int8Array.from(values, (x, i) => (x >= (columnLimits[i % columns] ?? 0) ? 1 : -1)),
    );
    expect(oracle.dirtyPadding(out)).toBe(0);
  });
});

test('both zeros are +1 and a NaN is not', () => {
  const { arena, signBits } = createKernels({ backend: 'wasm' });
  const out = arena.bits(1, 3);
  signBits(oracle.writePlain(arena.f32(1, 3), [0, -0, Number.NaN]), out);
  expect([...oracle.readSigns(out)]).toEqual([1, 1, -1]);
});

import { describe, expect, test } from 'vitest';
import { createKernels } from '../create-kernels.ts';
import * as oracle from '../oracle/index.ts';

const draw = oracle.operands(11);

describe.each(oracle.oddShapes())('products of %i x %i x %i', (n, k, m) => {
  const kernels = createKernels({ backend: 'wasm' });
  const { arena } = kernels;
  const signs = draw.signs(n * k);
  const bits = oracle.writeSigns(arena.bits(n, k), signs);

  test('real by sign has the bits of the oracle', () => {
    const values = draw.floats(k * m);
    const out = arena.f32(n, m);
    kernels.productRealSign(bits, oracle.writePlain(arena.f32(k, m), values), out);
    expect(oracle.readFloats(out)).toEqual(
      oracle.productSign(signs, values, new Float32Array(n * m), [n, k, m]),
    );
    expect(oracle.dirtyPadding(out)).toBe(0);
  });

  test.each([255, 256, 400_000])('integers up to %i by sign are exact', (largest) => {
    const values = draw.ints(k * m, -largest, largest).fill(-largest, 0, 1);
    const out = arena.i32(n, m);
    kernels.productIntSign(bits, oracle.writePlain(arena.i32(k, m), values), out);
    expect(oracle.readInts(out)).toEqual(oracle.productSign(signs, values, new Int32Array(n * m), [n, k, m]));
    expect(oracle.dirtyPadding(out)).toBe(0);
  });

  test('sign by sign is exact', () => {
    const others = draw.signs(m * k);
    const out = arena.i32(n, m);
    kernels.productXnor(bits, oracle.writeSigns(arena.bits(m, k), others), out);
    expect(oracle.readInts(out)).toEqual(oracle.productXnor(signs, others, [n, k, m]));
    expect(oracle.dirtyPadding(out)).toBe(0);
  });

  test.each([1, 16, 255])('counts of 0 … %i by sign are exact', (top) => {
    const values = draw.ints(k * m, 0, top).fill(top, 0, Math.min(k, 300) * m);
    const out = arena.i32(n, m);
    kernels.productCountSign(bits, oracle.writePlain(arena.bytes(k, m), values), top, out);
    const centred = values.map((count) => 2 * count - top);
    expect(oracle.readInts(out)).toEqual(
      oracle.productSign(signs, centred, new Int32Array(n * m), [n, k, m]),
    );
    expect(oracle.dirtyPadding(out)).toBe(0);
  });

  test('sign by feature-major sign is exact', () => {
    const others = draw.signs(k * m);
    const out = arena.i32(n, m);
    kernels.productBitSign(bits, oracle.writeSigns(arena.bits(k, m), others), out);
    const numbers = Int32Array.from(others);
    expect(oracle.readInts(out)).toEqual(
      oracle.productSign(signs, numbers, new Int32Array(n * m), [n, k, m]),
    );
    expect(oracle.dirtyPadding(out)).toBe(0);
  });

  test('scaled counts by real have the bits of the oracle, zeros included', () => {
    const left = draw.ints(n * k, -200, 255).map((x) => Math.max(x, 0));
    const right = draw.floats(k * m);
    const out = arena.f32(n, m);
    kernels.productCountReal(
      oracle.writePlain(arena.bytes(n, k), left),
      oracle.writePlain(arena.f32(k, m), right),
      2 / 255,
      out,
    );
    const scale = Math.fround(2 / 255);
    const expected = oracle.productReal(Float32Array.from(left), right, [n, k, m]).map((x) => x * scale);
    expect(oracle.readFloats(out)).toEqual(expected);
    expect(oracle.dirtyPadding(out)).toBe(0);
  });

  test('real by real has the bits of the oracle, zeros included', () => {
    const left = draw.floats(n * k).map((x) => Math.max(x, 0));
    const right = draw.floats(k * m);
    const out = arena.f32(n, m);
    kernels.productRealReal(
      oracle.writePlain(arena.f32(n, k), left),
      oracle.writePlain(arena.f32(k, m), right),
      out,
    );
    expect(oracle.readFloats(out)).toEqual(oracle.productReal(left, right, [n, k, m]));
    expect(oracle.dirtyPadding(out)).toBe(0);
  });
});

test('the most negative integer is not taken for a small one', () => {
  const { arena, productIntSign } = createKernels({ backend: 'wasm' });
  const signs = oracle.writeSigns(arena.bits(1, 1), Int8Array.of(1));
  const out = arena.i32(1, 1);
  productIntSign(signs, oracle.writePlain(arena.i32(1, 1), [-(2 ** 31)]), out);
  expect(out.view[0]).toBe(-(2 ** 31));
});

test('equal rows of 33 signs have the dot product 33, opposite ones -33', () => {
  const kernels = createKernels({ backend: 'wasm' });
  const a = oracle.writeSigns(kernels.arena.bits(1, 33), new Int8Array(33).fill(1));
  const b = oracle.writeSigns(kernels.arena.bits(2, 33), new Int8Array(66).fill(1).fill(-1, 33));
  const out = kernels.arena.i32(1, 2);
  kernels.productXnor(a, b, out);
  expect([...out.row(0)]).toEqual([33, -33]);
});

test('the longest run of equal terms overflows neither 16 nor 8 bits', () => {
  const { arena, ...kernels } = createKernels({ backend: 'wasm' });
  const signs = oracle.writeSigns(arena.bits(2, 1000), new Int8Array(2000).fill(1).fill(-1, 1000));
  const out = arena.i32(2, 1);
  const counts = oracle.writePlain(arena.bytes(1000, 1), new Uint8Array(1000).fill(255));
  kernels.productCountSign(signs, counts, 255, out);
  expect([...out.view.filter((dot) => dot !== 0)]).toEqual([255_000, -255_000]);
  kernels.productBitSign(signs, oracle.writeSigns(arena.bits(1000, 1), new Int8Array(1000).fill(1)), out);
  expect([...out.view.filter((dot) => dot !== 0)]).toEqual([1000, -1000]);
});

test('a product refuses a wrong shape, an input as output and a matrix of other kernels', () => {
  const kernels = createKernels({ backend: 'wasm' });
  const { arena } = kernels;
  const signs = arena.bits(3, 3);
  const real = arena.f32(3, 5);
  expect(() => kernels.productRealSign(signs, arena.f32(4, 5), arena.f32(3, 5))).toThrow(
    expect.objectContaining({ code: 'KERNEL_SHAPE_MISMATCH' }),
  );
  expect(() => kernels.productRealSign(signs, real, real)).toThrow(
    expect.objectContaining({ code: 'KERNEL_MATRIX_ALIASED' }),
  );
  expect(() =>
    kernels.productRealSign(signs, createKernels({ backend: 'wasm' }).arena.f32(3, 5), real),
  ).toThrow(expect.objectContaining({ code: 'KERNEL_MATRIX_FOREIGN' }));
});

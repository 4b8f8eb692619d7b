import { describe, expect, test } from 'vitest';
import { createKernels } from '../create-kernels.ts';
import type { Lanes } from '../lanes.ts';
import * as oracle from '../oracle/index.ts';

const draw = oracle.operands(21);
const int32 = { low: -(2 ** 31), high: 2 ** 31 - 1 };

const widths = ['wide', 'narrow', 'timed'] as const;

// The oracle takes its time for the largest shape, on a busy machine even more.
describe.each(oracle.oddShapes())('products of %i x %i x %i', { timeout: 60_000 }, (n, k, m) => {
  const shape = [n, k, m] as const;
  const signs = draw.signs(n * k);
  const drawn = draw.ints(n, -Math.ceil(Math.sqrt(k)), Math.ceil(Math.sqrt(k)));
  // Every fifth threshold lies where the dots end or far beyond.
  const ends = [k, k + 1, -k, -k + 1, -k - 1, int32.low, int32.high];
  const limits = drawn.map((limit, row) => (row % 5 === 0 ? (ends[(row / 5) % ends.length] ?? 0) : limit));
  const compared = (dots: Int32Array) =>
    Int8Array.from(dots, (dot, i) => (dot >= (limits[Math.floor(i / m)] ?? 0) ? 1 : -1));
  const setUp = (lanes: Lanes) => {
    const { arena, ...kernels } = createKernels({ lanes, backend: 'wasm' });
    const weights = oracle.writeSigns(arena.bits(n, k), signs);
    return { arena, kernels, weights, thresholds: oracle.writePlain(arena.i32(1, n), limits) };
  };

  test('real by sign has the bits of the oracle', () => {
    const values = draw.floats(k * m);
    const expected = oracle.productSign(signs, values, new Float32Array(n * m), shape);
    for (const { arena, kernels, weights } of widths.map(setUp)) {
      const out = arena.f32(n, m);
      const real = oracle.writePlain(arena.f32(k, m), values);
      kernels.productRealSign(weights, real, out);
      const [byRow, again] = [arena.f32(m, k), arena.f32(n, m)];
      kernels.transposeReal(real, byRow);
      kernels.productRealSignTransposed(weights, byRow, again);
      for (const product of [out, again]) {
        expect(oracle.readFloats(product)).toEqual(expected);
        expect(oracle.dirtyPadding(product)).toBe(0);
      }
    }
  });

  test('sign by sign is exact, and so are its bits at every threshold', () => {
    const others = draw.signs(k * m);
    const expected = oracle.productSign(signs, Int32Array.from(others), new Int32Array(n * m), shape);
    for (const { arena, kernels, weights, thresholds } of widths.map(setUp)) {
      const activations = oracle.writeSigns(arena.bits(k, m), others);
      const dots = arena.i32(n, m);
      dots.view.fill(7);
      kernels.productBitSign(weights, activations, dots);
      expect(oracle.readInts(dots)).toEqual(expected);
      const bits = arena.bits(n, m);
      bits.row(0).fill(2 ** 32 - 1);
      kernels.thresholdedBitSign(weights, activations, thresholds, bits);
      expect(oracle.readSigns(bits)).toEqual(compared(expected));
      expect([dots, bits].map(oracle.dirtyPadding)).toEqual([0, 0]);
    }
  });

  test('counts by sign have the bits of their thresholds', () => {
    const counts = draw.ints(k * m, 0, 255);
    const centred = counts.map((count) => 2 * count - 255);
    const dots = oracle.productSign(signs, centred, new Int32Array(n * m), shape);
    const { arena, kernels, weights, thresholds } = setUp('timed');
    const bits = arena.bits(n, m);
    const matrix = oracle.writePlain(arena.bytes(k, m), counts);
    kernels.thresholdedCountSign(weights, matrix, 255, thresholds, bits);
    expect(oracle.readSigns(bits)).toEqual(compared(dots));
    expect(oracle.dirtyPadding(bits)).toBe(0);
  });
});

describe.each(widths)('%s lanes', (lanes) => {
  test.each([240, 241, 16_320, 16_321, 40_000])('%i equal or opposite terms overflow nothing', (k) => {
    const { arena, ...kernels } = createKernels({ lanes, backend: 'wasm' });
    const signs = oracle.writeSigns(arena.bits(2, k), new Int8Array(2 * k).fill(1).fill(-1, k));
    const ones = oracle.writeSigns(arena.bits(k, 3), new Int8Array(3 * k).fill(1));
    const dots = arena.i32(2, 3);
    kernels.productBitSign(signs, ones, dots);
    expect([...oracle.readInts(dots)]).toEqual([k, k, k, -k, -k, -k]);
    const bits = arena.bits(2, 3);
    kernels.thresholdedBitSign(signs, ones, oracle.writePlain(arena.i32(1, 2), [k, -k + 1]), bits);
    expect([...oracle.readSigns(bits)]).toEqual([1, 1, 1, -1, -1, -1]);
    const counts = oracle.writePlain(arena.bytes(k, 3), new Uint8Array(3 * k).fill(255));
    const limits = oracle.writePlain(arena.i32(1, 2), [255 * k, -255 * k + 1]);
    kernels.thresholdedCountSign(signs, counts, 255, limits, bits);
    expect([...oracle.readSigns(bits)]).toEqual([1, 1, 1, -1, -1, -1]);
    kernels.productCountSign(signs, counts, 255, dots);
    expect([...oracle.readInts(dots)]).toEqual([k, k, k, -k, -k, -k].map((dot) => 255 * dot));
  });
});

test('thresholded products refuse a wrong shape, a foreign matrix and an input as output', () => {
  const { arena, ...kernels } = createKernels({ backend: 'wasm' });
  const [signs, bits, limits] = [arena.bits(3, 3), arena.bits(3, 3), arena.i32(1, 3)];
  const run = (thresholds: typeof limits, out: typeof bits) => () =>
    kernels.thresholdedBitSign(signs, bits, thresholds, out);
  expect(run(arena.i32(1, 4), arena.bits(3, 3))).toThrow(
    expect.objectContaining({ code: 'KERNEL_SHAPE_MISMATCH' }),
  );
  expect(run(limits, createKernels({ backend: 'wasm' }).arena.bits(3, 3))).toThrow(
    expect.objectContaining({ code: 'KERNEL_MATRIX_FOREIGN' }),
  );
  expect(run(limits, bits)).toThrow(expect.objectContaining({ code: 'KERNEL_MATRIX_ALIASED' }));
  expect(() => kernels.thresholdedCountSign(signs, arena.bytes(3, 3), 256, limits, arena.bits(3, 3))).toThrow(
    expect.objectContaining({ code: 'KERNEL_SCALAR_INVALID' }),
  );
});

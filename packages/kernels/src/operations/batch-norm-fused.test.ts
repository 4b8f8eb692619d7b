import { type ConvolutionShape, outputVolume } from '@bitfront/bits';
import { describe, expect, test } from 'vitest';
import { createKernels } from '../create-kernels.ts';
import type { F32Matrix, I32Matrix } from '../matrix.ts';
import * as oracle from '../oracle/index.ts';
import type { PooledGradient } from './batch-norm.ts';

const draw = oracle.operands(29);

/** A layer whose pre-activations are given as integers and as the floats that these are worth. */
function layer(rows: number, columns: number, scale: number) {
  const { arena, ...kernels } = createKernels({ backend: 'wasm' });
  // Few different values, so that some are equal and some lie beyond the straight-through estimator.
  const integers = oracle.writePlain(arena.i32(rows, columns), draw.ints(rows * columns, -9, 9));
  const reals = arena.f32(rows, columns);
  kernels.intToReal(integers, reals, scale);
  const gamma = oracle.writePlain(arena.f32(1, rows), draw.floats(rows));
  const beta = oracle.writePlain(arena.f32(1, rows), draw.floats(rows));
  const forward = (input: F32Matrix | I32Matrix) => {
    const [mean, inverseStd, runningMean, runningVariance] = [0, 1, 2, 3].map(() => arena.f32(1, rows)) as [
      F32Matrix,
      F32Matrix,
      F32Matrix,
      F32Matrix,
    ];
    const output = arena.f32(rows, columns);
    const signs = arena.bits(rows, columns);
    const statistics = { mean, inverseStd, runningMean, runningVariance };
    const step = { input, scale, gamma, beta, epsilon: 1e-5, momentum: 0.1, ...statistics };
    kernels.batchNormForward({ ...step, output });
    kernels.batchNormForward({ ...step, signs });
    return { output, signs, mean, inverseStd, runningMean, runningVariance };
  };
  const backward = (input: F32Matrix | I32Matrix, gradient: F32Matrix, rest: Rest) => {
    const [gammaGradient, betaGradient] = [arena.f32(1, rows), arena.f32(1, rows)];
    const { mean, inverseStd } = forward(reals);
    const step = { input, scale, gamma, beta, mean, inverseStd, gradient, gammaGradient, betaGradient };
    kernels.batchNormBackward({ ...step, ...rest });
    return [gradient, gammaGradient, betaGradient].map(oracle.readFloats);
  };
  return { arena, kernels, integers, reals, forward, backward };
}

interface Rest {
  readonly ste: 'hardTanh' | 'none';
  readonly pooled?: PooledGradient;
}

describe.each([
  [1, 1],
  [3, 31],
  [5, 33],
  [2, 129],
  [3, 1025],
])('batch norm of integers, %i neurons, %i images', (rows, columns) => {
  test.each([1, 1 / 255])('has the bits of that of floats, scale %d', (scale) => {
    const { arena, kernels, integers, reals, forward, backward } = layer(rows, columns, scale);
    const wanted = forward(reals);
    const got = forward(integers);
    for (const name of ['output', 'mean', 'inverseStd', 'runningMean', 'runningVariance'] as const)
      expect(oracle.readFloats(got[name])).toEqual(oracle.readFloats(wanted[name]));
    const signs = arena.bits(rows, columns);
    kernels.signBits(wanted.output, signs);
    for (const { signs: fused } of [got, wanted]) {
      expect(oracle.readSigns(fused)).toEqual(oracle.readSigns(signs));
      expect(oracle.dirtyPadding(fused)).toBe(0);
    }
    const slopes = draw.floats(rows * columns);
    for (const ste of ['hardTanh', 'none'] as const) {
      const gradients = [integers, reals].map((input) => {
        const gradient = oracle.writePlain(arena.f32(rows, columns), slopes);
        return [...backward(input, gradient, { ste }), oracle.dirtyPadding(gradient)];
      });
      expect(gradients[0]).toEqual(gradients[1]);
      expect(gradients[0]?.at(-1)).toBe(0);
    }
  });
});

const pools: readonly (readonly [height: number, width: number, size: number, stride: number])[] = [
  [4, 6, 2, 2],
  [5, 4, 2, 2],
  [4, 7, 2, 2],
  [7, 7, 3, 2],
  [4, 5, 3, 1],
  [5, 5, 2, 1],
];

describe.each(pools)('behind %i x %i positions, pools of %i every %i', (height, width, size, stride) => {
  test.each([32, 96])('signs and gradients are those of separate operations, %i lanes', (lanes) => {
    const outputs = 3;
    const one = { height: 1, width: 1 };
    const shape: ConvolutionShape = {
      kind: 'convolution',
      input: { channels: 1, height, width },
      outputs,
      kernel: one,
      stride: one,
      padding: { height: 0, width: 0 },
      pool: { size: { height: size, width: size }, stride: { height: stride, width: stride } },
    };
    const after = outputVolume(shape);
    const [before, behind] = [height * width * lanes, after.height * after.width * lanes];
    const { arena, kernels, integers, reals, forward, backward } = layer(outputs, before, 1);
    const { output, signs } = forward(integers);

    const pooled = arena.f32(outputs, behind);
    const [expected, bits] = [arena.bits(outputs, behind), arena.bits(outputs, behind)];
    kernels.maxPool(output, shape, lanes, pooled);
    kernels.signBits(pooled, expected);
    kernels.maxPoolBits(signs, shape, lanes, bits);
    expect(oracle.readSigns(bits)).toEqual(oracle.readSigns(expected));

    // Zeros of both signs among them.
    const slopes = draw.floats(outputs * behind).map((x, i) => (i % 5 === 0 ? x * 0 : x));
    const gradient = oracle.writePlain(arena.f32(outputs, behind), slopes);
    for (const ste of ['hardTanh', 'none'] as const) {
      const routed = arena.f32(outputs, before);
      kernels.maxPoolBackward(output, gradient, shape, lanes, routed);
      const wanted = backward(reals, routed, { ste });
      for (const input of [integers, reals]) {
        const target = oracle.writePlain(arena.f32(outputs, before), draw.floats(outputs * before));
        expect(backward(input, target, { ste, pooled: { gradient, shape, lanes } })).toEqual(wanted);
      }
    }
  });
});

test('a pooled gradient of another shape is refused', () => {
  const { arena, reals, backward } = layer(3, 4 * 32, 1);
  const [one, two] = [
    { height: 1, width: 1 },
    { height: 2, width: 2 },
  ];
  const shape: ConvolutionShape = {
    kind: 'convolution',
    input: { channels: 1, ...two },
    outputs: 3,
    kernel: one,
    stride: one,
    padding: { height: 0, width: 0 },
    pool: { size: two, stride: two },
  };
  const pooled = { gradient: arena.f32(3, 64), shape, lanes: 32 };
  expect(() => backward(reals, arena.f32(3, 128), { ste: 'none', pooled })).toThrow(
    expect.objectContaining({ code: 'KERNEL_SHAPE_MISMATCH' }),
  );
});

import { describe, expect, test } from 'vitest';
import { createKernels } from '../create-kernels.ts';
import * as oracle from '../oracle/index.ts';

const epsilon = 1e-5;
const draw = oracle.operands(13);

describe.each([
  [1, 1],
  [3, 2],
  [7, 31],
  [33, 128],
  [5, 1025],
])('batch norm of %i neurons, %i images', (rows, columns) => {
  const kernels = createKernels({ backend: 'wasm' });
  const { arena } = kernels;
  const vector = (values: ArrayLike<number>) => oracle.writePlain(arena.f32(1, values.length), values);
  const z = draw.floats(rows * columns).map((x) => x * 30 + 4);
  const [gain, shift, oldMean, oldVariance] = [1, 2, 3, 4].map(() => draw.floats(rows)) as Float32Array[] as [
    Float32Array,
    Float32Array,
    Float32Array,
    Float32Array,
  ];
  const input = oracle.writePlain(arena.f32(rows, columns), z);
  const [gamma, beta, runningMean, runningVariance] = [
    vector(gain),
    vector(shift),
    vector(oldMean),
    vector(oldVariance),
  ];
  const [mean, inverseStd, gammaGradient, betaGradient] = [1, 2, 3, 4].map(() => arena.f32(1, rows)) as [
    typeof gamma,
    typeof gamma,
    typeof gamma,
    typeof gamma,
  ];
  const output = arena.f32(rows, columns);
  kernels.batchNormForward({
    input,
    gamma,
    beta,
    epsilon,
    momentum: 0.1,
    runningMean,
    runningVariance,
    mean,
    inverseStd,
    output,
  });
  const expected = Array.from({ length: rows }, (_, r) =>
    oracle.batchNormRow(z.subarray(r * columns, (r + 1) * columns), gain[r] ?? 0, shift[r] ?? 0, epsilon),
  );

  test('forward has the bits of the oracle', () => {
    expected.forEach((row, r) => {
      expect(output.row(r)).toEqual(row.output);
      expect(mean.view[r]).toBe(row.mean);
      expect(inverseStd.view[r]).toBe(row.inverseStd);
    });
    expect(oracle.dirtyPadding(output)).toBe(0);
  });

  test('statistics agree with double precision, running ones with their definition', () => {
    expected.forEach((row, r) => {
      const values = [...z.subarray(r * columns, (r + 1) * columns)];
      const exactMean = values.reduce((a, b) => a + b, 0) / columns;
      const exactVariance = values.reduce((a, b) => a + (b - exactMean) ** 2, 0) / columns;
      expect(row.mean).toBeCloseTo(exactMean, 4);
      expect(row.variance).toBeCloseTo(exactVariance, 2);
      const unbiased = (exactVariance * columns) / Math.max(1, columns - 1);
      expect(runningMean.view[r]).toBeCloseTo(0.9 * (oldMean[r] ?? 0) + 0.1 * exactMean, 4);
      expect(runningVariance.view[r]).toBeCloseTo(0.9 * (oldVariance[r] ?? 0) + 0.1 * unbiased, 2);
    });
  });

  test.each(['hardTanh', 'none'] as const)('backward through %s has the bits of the oracle', (ste) => {
    const incoming = draw.floats(rows * columns);
    const gradient = oracle.writePlain(arena.f32(rows, columns), incoming);
    kernels.batchNormBackward({
      input,
      gamma,
      beta,
      mean,
      inverseStd,
      ste,
      gradient,
      gammaGradient,
      betaGradient,
    });
    expected.forEach((row, r) => {
      const part = (values: Float32Array) => values.subarray(r * columns, (r + 1) * columns);
      const wanted = oracle.batchNormBackwardRow(
        part(z),
        part(incoming),
        gain[r] ?? 0,
        shift[r] ?? 0,
        row.mean,
        row.inverseStd,
        ste,
      );
      expect(gradient.row(r)).toEqual(wanted.output);
      expect(gammaGradient.view[r]).toBe(wanted.gammaGradient);
      expect(betaGradient.view[r]).toBe(wanted.betaGradient);
    });
    expect(oracle.dirtyPadding(gradient)).toBe(0);
  });

  test('inference with the statistics of the batch repeats the forward pass', () => {
    const variance = vector(expected.map((row) => row.variance));
    const again = arena.f32(rows, columns);
    kernels.batchNormInference({ input, gamma, beta, epsilon, mean, variance, output: again });
    expect(oracle.readFloats(again)).toEqual(oracle.readFloats(output));
    expect(oracle.dirtyPadding(again)).toBe(0);
  });
});

test('the gradient is the slope of the forward pass', () => {
  const { arena, ...kernels } = createKernels({ backend: 'wasm' });
  const vector = (...values: number[]) => oracle.writePlain(arena.f32(1, values.length), values);
  const z = [0.3, -1.2, 0.8, 2.1, -0.4];
  const weights = [0.7, -0.2, 0.5, 0.1, -0.9];
  const [gamma, beta, mean, inverseStd] = [vector(1.3), vector(0.2), vector(0), vector(0)];
  const forward = (values: readonly number[]) => {
    const output = arena.f32(1, 5);
    const input = vector(...values);
    const running = { runningMean: vector(0), runningVariance: vector(1) };
    kernels.batchNormForward({
      input,
      gamma,
      beta,
      epsilon,
      momentum: 0,
      ...running,
      mean,
      inverseStd,
      output,
    });
    return output.row(0).reduce((sum, y, i) => sum + y * (weights[i] ?? 0), 0);
  };
  const slopes = z.map((_, i) => {
    const moved = (by: number) => z.map((x, j) => (i === j ? x + by : x));
    return (forward(moved(0.01)) - forward(moved(-0.01))) / 0.02;
  });
  forward(z);
  const [gradient, gammaGradient, betaGradient] = [vector(...weights), vector(0), vector(0)];
  kernels.batchNormBackward({
    input: vector(...z),
    gamma,
    beta,
    mean,
    inverseStd,
    ste: 'none',
    gradient,
    gammaGradient,
    betaGradient,
  });
  slopes.forEach((slope, i) => {
    expect(gradient.view[i]).toBeCloseTo(slope, 3);
  });
  expect(betaGradient.view[0]).toBeCloseTo(0.2, 6);
});

import { expect, test } from 'vitest';
import { type BatchNorm, batchNormAffine } from './batch-norm-affine.ts';
import { foldBatchNorm } from './fold-batch-norm.ts';

type Neuron = readonly [gamma: number, beta: number, mean: number, variance: number];

const batchNorm = (neurons: readonly Neuron[], epsilon = 1e-5): BatchNorm => ({
  gamma: Float32Array.from(neurons, ([gamma]) => gamma),
  beta: Float32Array.from(neurons, ([, beta]) => beta),
  mean: Float32Array.from(neurons, ([, , mean]) => mean),
  variance: Float32Array.from(neurons, ([, , , variance]) => variance),
  epsilon,
});

const neighbours = (value: number): number[] => {
  const step = Math.max(Number.MIN_VALUE, Math.abs(value) * Number.EPSILON);
  return [-3, -2, -1, -0.5, 0, 0.5, 1, 2, 3].map((ulps) => value + ulps * step);
};

/** The claim of the fold, at every integer a layer can reach and around the threshold itself. */
function expectExact(parameters: BatchNorm, inputs: number): void {
  const { thresholds, inverted } = foldBatchNorm(parameters, inputs);
  const { scale, offset } = batchNormAffine(parameters);
  for (const [neuron, theta] of thresholds.entries()) {
    expect(Number.isFinite(theta)).toBe(true);
    const direction = inverted.includes(neuron) ? -1 : 1;
    const integers = Array.from({ length: 2 * inputs + 1 }, (_, index) => index - inputs);
    const real = integers.flatMap((dot) => [dot, dot / 3, dot / 255]);
    const near = scale[neuron] === 0 ? [] : neighbours(theta);
    for (const dot of [...real, 0, -0, ...near]) {
      const positive = (scale[neuron] ?? 0) * (direction * dot) + (offset[neuron] ?? 0) >= 0;
      if (dot >= theta !== positive) expect.fail(`neuron ${neuron}: dot ${dot}, threshold ${theta}`);
    }
  }
}

test('by hand: γ = 2, β = −3, mean = 4, variance 4: y = dot − 7, threshold 7', () => {
  expect(foldBatchNorm(batchNorm([[2, -3, 4, 4]], 0), 16)).toEqual({
    thresholds: Float64Array.of(7),
    inverted: [],
  });
});

test('by hand: γ < 0 turns dot ≤ 1 into dot′ ≥ −1 of the inverted row', () => {
  // y = −(dot − 4) − 3 = 1 − dot
  expect(foldBatchNorm(batchNorm([[-2, -3, 4, 4]], 0), 16)).toEqual({
    thresholds: Float64Array.of(-1),
    inverted: [0],
  });
});

test('γ = 0 gives the sign of β whatever the input; sign(0) = +1', () => {
  const folded = foldBatchNorm(
    batchNorm([
      [0, 1, 5, 1],
      [0, -1, 5, 1],
      [0, 0, 5, 1],
      [-0, -0, 5, 1],
    ]),
    16,
  );
  expect(folded).toEqual({ thresholds: Float64Array.of(-33, 33, -33, -33), inverted: [] });
});

test('ties at zero give +1, for either sign of γ', () => {
  const parameters = batchNorm([
    [1, 0, 0, 1],
    [-1, 0, 0, 1],
    [0.3, 0, 7, 2],
    [-0.3, 0, 7, 2],
    [0.7, 0.7, -3, 1],
    [-0.1, 0.3, 3, 9],
  ]);
  expectExact(parameters, 40);
});

test('tiny γ, huge β, zero variance, denormals', () => {
  const tiny = 1.401298464324817e-45;
  const huge = 3.4e38;
  const values = [tiny, -tiny, 1e-30, -1e-30, 1e-7, -1e-7, 1, -1, huge, -huge];
  const neurons = values.flatMap((gamma) =>
    [0, tiny, -1e-20, 1, -1, huge, -huge].flatMap((beta) =>
      [0, 13, -13.1, 1e30].flatMap((mean) =>
        [0, tiny, 1, huge].map((variance): Neuron => [gamma, beta, mean, variance]),
      ),
    ),
  );
  expectExact(batchNorm(neurons), 24);
});

test('rounding near ties: thresholds placed on and beside integers', () => {
  const neurons: Neuron[] = [];
  for (let dot = -30; dot <= 30; dot++)
    for (const gamma of [0.1, -0.1, 1 / 3, -0.7, 1e-3])
      neurons.push([gamma, 0, dot, 2.5], [gamma, gamma * dot, 0, 1]);
  expectExact(batchNorm(neurons, 0.1), 32);
});

test('random neurons of small layers agree on all integer dot products', () => {
  let state = 1;
  const uniform = () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647 - 0.5;
  };
  const neurons = Array.from({ length: 1500 }, (): Neuron => {
    const mean = 40 * uniform();
    return [uniform(), 3 * uniform(), state % 3 === 0 ? Math.round(mean) : mean, 30 * (uniform() + 0.5)];
  });
  for (const inputs of [1, 2, 9, 33]) expectExact(batchNorm(neurons), inputs);
});

test('numbers that are not finite are refused with the neuron', () => {
  expect(() =>
    foldBatchNorm(
      batchNorm([
        [1, 0, 0, 1],
        [Number.NaN, 0, 0, 1],
      ]),
      8,
    ),
  ).toThrow('neuron 1');
  expect(() => foldBatchNorm(batchNorm([[1, 0, 0, 0]], 0), 8)).toThrow('variance plus epsilon above zero');
  expect(() => foldBatchNorm(batchNorm([[1, 0, 0, -1]]), 8)).toThrow('neuron 0');
});

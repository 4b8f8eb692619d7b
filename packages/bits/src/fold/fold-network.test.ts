import { expect, test } from 'vitest';
import { inferReference } from '../reference/infer-reference.ts';
import { batchNormAffine } from './batch-norm-affine.ts';
import { foldNetwork, type TrainedLayer } from './fold-network.ts';

let state = 7;
const integer = (below: number) => {
  state = (state * 48271) % 2147483647;
  return state % below;
};

function layer(inputs: number, outputs: number): TrainedLayer {
  const vector = (of: () => number) => Float32Array.from({ length: outputs }, of);
  return {
    inputs,
    outputs,
    latent: Float32Array.from({ length: inputs * outputs }, () => integer(5) - 2),
    batchNorm: {
      gamma: vector(() => (integer(7) - 3) / 3),
      beta: vector(() => (integer(5) - 2) / 2),
      mean: vector(() => integer(9) - 4),
      variance: vector(() => integer(4) + 1),
      epsilon: 0,
    },
  };
}

/** Scores with batch norm and sign as they stand, in float64. */
function floatScores(layers: readonly TrainedLayer[], values: Uint8Array): number[] {
  let inputs = Array.from(values, (value) => 2 * value - 255);
  let scale = 255;
  for (const [index, { latent, outputs, inputs: width, batchNorm }] of layers.entries()) {
    const affine = batchNormAffine(batchNorm);
    const y = Array.from({ length: outputs }, (_, neuron) => {
      const dot = inputs.reduce((sum, x, k) => sum + ((latent[neuron * width + k] ?? 0) >= 0 ? x : -x), 0);
      return (affine.scale[neuron] ?? 0) * (dot / scale) + (affine.offset[neuron] ?? 0);
    });
    if (index === layers.length - 1) return y;
    inputs = y.map((value) => (value >= 0 ? 1 : -1));
    scale = 1;
  }
  return [];
}

test('a folded network gives the scores of the float network, γ of all signs and ties included', () => {
  for (let round = 0; round < 60; round++) {
    const widths = [integer(40) + 1, integer(20) + 1, integer(20) + 1, integer(5) + 1];
    const layers = widths.slice(1).map((outputs, index) => layer(widths[index] ?? 1, outputs));
    const folded = foldNetwork(layers);
    for (let image = 0; image < 10; image++) {
      const values = Uint8Array.from(
        { length: widths[0] ?? 1 },
        () => [0, 255, integer(256)][integer(3)] ?? 0,
      );
      const { scores } = inferReference(folded, { kind: 'fixed-point', values, bits: 8 });
      expect([...scores]).toEqual(floatScores(layers, values));
    }
  }
});

test('rows of hidden neurons with γ < 0 are inverted, those of the output are not', () => {
  const negative = (inputs: number): TrainedLayer => ({
    inputs,
    outputs: 1,
    latent: new Float32Array(inputs),
    batchNorm: {
      gamma: Float32Array.of(-1),
      beta: Float32Array.of(0),
      mean: Float32Array.of(1),
      variance: Float32Array.of(1),
      epsilon: 0,
    },
  });
  const { weights, thresholds, output } = foldNetwork([negative(3), negative(1)]);
  expect(weights.map(({ words }) => [...words])).toEqual([[0], [1]]);
  expect(thresholds).toEqual([Float64Array.of(-1)]);
  expect(output).toEqual({ scale: Float64Array.of(-1), offset: Float64Array.of(1) });
});

import type { LayerShape } from '@bitfront/bits';
import type { BatchNorm } from '@bitfront/core';
import { finiteValues, type LayerArrays } from './archive.ts';
import { readGeometry } from './read-geometry.ts';
import { readWeights } from './read-weights.ts';
import { channelFastest } from './weight-order.ts';

/** A layer as it stands in the archive, with weights in the order of ours. */
export interface ReadLayer {
  readonly shape: LayerShape;
  /** [outputs × weights of a neuron]. */
  readonly latent: Float32Array;
  readonly batchNorm: BatchNorm;
}

/** The arrays of a layer, checked. @param below the layer that feeds it */
export function readLayer(layer: LayerArrays, below: LayerShape | undefined): ReadLayer {
  const weights = readWeights(layer);
  const [outputs = 0, channels = 0, height = 1, width = 1] = weights.shape;
  const shape = readGeometry(layer, weights.shape, below);
  const latent = channelFastest(weights.values, { outputs, channels, height, width });
  return { shape, latent, batchNorm: readBatchNorm(layer, outputs) };
}

function readBatchNorm(layer: LayerArrays, outputs: number): BatchNorm {
  const vector = (part: string): Float32Array => {
    const array = layer.needed(part);
    if (array.shape.length !== 1 || array.shape[0] !== outputs)
      layer.refuse(part, `has the shape (${array.shape.join(', ')}) instead of (${outputs})`);
    return finiteValues(array, part, layer);
  };
  const variance = vector('variance');
  const epsilon = readEpsilon(layer);
  if (variance.some((value) => !(value + epsilon > 0) || value < 0))
    layer.refuse('variance', 'holds a variance that is negative, or zero without an epsilon');
  return { gamma: vector('gamma'), beta: vector('beta'), mean: vector('mean'), variance, epsilon };
}

function readEpsilon(layer: LayerArrays): number {
  const array = layer.optional('epsilon');
  if (array === undefined) return 1e-5;
  const epsilon = Number(array.data[0]);
  if (array.data.length !== 1 || !(epsilon >= 0 && epsilon <= 1))
    layer.refuse('epsilon', 'is not one number from 0 to 1');
  return epsilon;
}

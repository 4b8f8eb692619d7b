import { foldNetwork } from '@bitfront/bits';
import type { Network } from '@bitfront/core';
import { readNpz } from '@bitfront/npy';
import { readLayer } from './read-layer.ts';
import { refuse } from './refuse.ts';

/**
 * Reads a network from a NPZ archive with the arrays of `networkToNpz`. Weights may be of any number type: their sign
 * counts, both zeros as +1, and they are kept as latent weights. `epsilon` is 1e-5 (PyTorch's) where it is left out.
 * The inputs of the first layer are pixels scaled to [−1, 1].
 * @param file name for messages
 * @throws NETWORK_FILE_INVALID for missing arrays, wrong shapes, NaN and variances below zero; for a damaged archive
 * see `readNpz`.
 */
export function networkFromNpz(bytes: Uint8Array, file = 'NPZ data'): Network {
  const arrays = readNpz(bytes, file);
  const count = layerCount(Object.keys(arrays), file);
  const layers = Array.from({ length: count }, (_, index) => readLayer(arrays, index, file));
  for (const [index, { inputs }] of layers.entries()) {
    const below = layers[index - 1]?.outputs;
    if (below !== undefined && inputs !== below)
      refuse(file, `layer${index}.weight`, `has ${inputs} inputs after a layer of ${below} outputs`);
  }
  const { weights, thresholds, output } = foldNetwork(layers);
  return {
    architecture: {
      classes: output.scale.length,
      layers: layers.map(({ inputs, outputs }) => ({ kind: 'dense' as const, inputs, outputs })),
    },
    weights,
    thresholds,
    output,
    float: {
      latent: layers.map(({ latent }) => latent),
      batchNorm: layers.map(({ batchNorm }) => batchNorm),
    },
    log: [],
    row: { binaryWeights: layers.reduce((sum, { inputs, outputs }) => sum + inputs * outputs, 0) },
  };
}

/** Layers count from 0 without gaps, and every array belongs to one. */
function layerCount(names: readonly string[], file: string): number {
  const pattern = /^layer(0|[1-9]\d{0,3})\.(weight|gamma|beta|mean|variance|epsilon)$/;
  const indices = names.map((name) => {
    const index = pattern.exec(name)?.[1];
    return index === undefined ? refuse(file, name, 'has a name that means nothing here') : Number(index);
  });
  if (indices.length === 0) refuse(file, 'layer0.weight', 'is missing');
  return Math.max(...indices) + 1;
}

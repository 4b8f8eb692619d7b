import { fanIn, foldNetwork, shortcutProblem, shortcutWeight } from '@bitfront/bits';
import type { Network } from '@bitfront/core';
import { readNpz } from '@bitfront/npy';
import { layerArrays } from './archive.ts';
import { type ReadLayer, readLayer } from './read-layer.ts';
import { refuse } from './refuse.ts';

/**
 * Reads a network from a NPZ archive with the arrays of `networkToNpz`, packed or not. Weights may be of any number
 * type: their sign counts, both zeros as +1, and they are kept as latent weights; packed ones become ±1. `epsilon` is
 * 1e-5 (PyTorch's) where it is left out. The inputs of the first layer are pixels scaled to [−1, 1].
 * @param file name for messages
 * @throws NETWORK_FILE_INVALID for missing arrays, wrong shapes, layers that do not fit each other, NaN and variances
 * below zero; for a damaged archive see `readNpz`.
 */
export function networkFromNpz(bytes: Uint8Array, file = 'NPZ data'): Network {
  const arrays = readNpz(bytes, file);
  const count = layerCount(Object.keys(arrays), file);
  const layers: ReadLayer[] = [];
  for (let index = 0; index < count; index++)
    layers.push(readLayer(layerArrays(arrays, index, file), layers.at(-1)?.shape));
  const last = layers.at(-1)?.shape;
  if (last?.kind !== 'dense')
    refuse(
      file,
      `layer${count - 1}.weight`,
      'is a convolution; the last layer must be dense, with one output per class',
    );
  for (const index of layers.keys()) checkShortcut(layers, index, file);
  const { weights, thresholds, output } = foldNetwork(
    layers.map(({ shape, latent, batchNorm }) => ({
      inputs: fanIn(shape),
      shortcutWeight: shortcutWeight(shape),
      outputs: shape.outputs,
      latent,
      batchNorm,
    })),
  );
  return {
    architecture: { classes: output.scale.length, layers: layers.map(({ shape }) => shape) },
    weights,
    thresholds,
    output,
    float: {
      latent: layers.map(({ latent }) => latent),
      batchNorm: layers.map(({ batchNorm }) => batchNorm),
    },
    log: [],
    row: { binaryWeights: weights.reduce((sum, { rows, columns }) => sum + rows * columns, 0) },
  };
}

function checkShortcut(layers: readonly ReadLayer[], index: number, file: string): void {
  const shapes = layers.map(({ shape }) => shape);
  const problem = shortcutProblem(shapes, index);
  if (problem !== undefined) refuse(file, `layer${index}.shortcut`, `cannot be: its layer ${problem}`);
  const layer = layers[index] as ReadLayer;
  if (shortcutWeight(layer.shape) > 0 && layer.batchNorm.gamma.some((gamma) => gamma < 0))
    refuse(file, `layer${index}.gamma`, 'is negative behind a shortcut, which cannot be turned over');
}

/** Layers count from 0 without gaps, and every array belongs to one. */
function layerCount(names: readonly string[], file: string): number {
  const indices = names.map((name) => {
    const index = pattern.exec(name)?.[1];
    return index === undefined ? refuse(file, name, 'has a name that means nothing here') : Number(index);
  });
  if (indices.length === 0) refuse(file, 'layer0.weight', 'is missing');
  return Math.max(...indices) + 1;
}

const pattern =
  /^layer(0|[1-9]\d{0,3})\.(weight|bits|shape|gamma|beta|mean|variance|epsilon|input|stride|padding|shortcut|pool|groups)$/;

import { checkLayers, type LayerShape, outputFeatures, type Volume } from '@bitfront/bits';
import type { DatasetDescription } from '@bitfront/core';
import { readConvolutions } from './convolutions.ts';
import { type Separation, separateKernels } from './separate-kernels.ts';

/**
 * The layers of a network: convolutions, then dense hidden layers, then one score per class.
 * @throws NETWORK_LAYERS_UNREADABLE, NETWORK_LAYER_INVALID
 */
export function layersOf(
  description: DatasetDescription,
  convolutions: string,
  hiddenWidths: readonly number[],
  separation: Separation = { ratio: 0, from: 'deep' },
): readonly LayerShape[] {
  const read = readConvolutions(convolutions, volumeOf(description.shape));
  const layers: LayerShape[] = [...separateKernels(read, separation)];
  const last = layers.at(-1);
  let inputs = last === undefined ? description.features : outputFeatures(last);
  for (const outputs of [...hiddenWidths, description.classes]) {
    layers.push({ kind: 'dense', inputs, outputs });
    inputs = outputs;
  }
  checkLayers(layers, description.features, description.classes);
  return layers;
}

/** The shape of an example as channels of images: a signal is one row, an image without channels has one. */
export function volumeOf(shape: readonly number[]): Volume {
  const [width = 1, height = 1, ...channels] = [...shape].reverse();
  return { channels: channels.reduce((product, size) => product * size, 1), height, width };
}

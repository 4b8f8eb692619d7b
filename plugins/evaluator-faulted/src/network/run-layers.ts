import { layerDots, layerSigns, shortcutOf } from '@bitfront/inference';
import type { FilledInput } from '@bitfront/evaluation';
import type { BitMatrix, I32Matrix } from '@bitfront/kernels';
import type { LoadedNetwork } from './loaded-network.ts';

/** What passes through a network. */
export interface Passage {
  /** What each layer reads. */
  readonly inputs: readonly FilledInput[];
  /** Dots of the last layer. */
  readonly dots: I32Matrix;
}

/** Takes a block through all layers; what it returns lies at the end of the arena. */
export function runLayers(loaded: LoadedNetwork, input: FilledInput): Passage {
  const { kernels, layers, weights, thresholds } = loaded;
  const inputs: FilledInput[] = [input];
  let below: FilledInput = input;
  const outputs: BitMatrix[] = [];
  for (const [index, limits] of thresholds.entries()) {
    const [layer, signs] = [layers[index], weights[index] as BitMatrix];
    if (layer === undefined) break;
    const shortcut = shortcutOf(layers, layer, outputs);
    const values = layerSigns(kernels, layer, signs, { ...below, shortcut }, limits);
    outputs.push(values);
    below = { values, scale: 1, lanes: input.lanes };
    inputs.push(below);
  }
  const last = layers.length - 1;
  const [layer, signs] = [layers[last] as LoadedNetwork['layers'][number], weights[last] as BitMatrix];
  return { inputs, dots: layerDots(kernels, layer, signs, below) };
}

import { inputScale } from '@bitfront/evaluation';
import { fanIn, inputFeatures, outputFeatures } from '@bitfront/bits';
import type { LayerShape } from '@bitfront/core';
import { marginPlanes } from '@bitfront/kernels';
import type { EvaluationInput } from '../evaluation-input.ts';
import { keepsMargins } from './layer-memory.ts';

/** About how much memory the state of one repeat takes. */
export function repeatBytes({ dataset, encoding, network }: EvaluationInput): number {
  const { inference } = encoding;
  const { layers } = network.architecture;
  const scale = inputScale(inference);
  const presentations =
    inference.kind === 'stochastic' && inference.accumulation !== 'first-layer' ? inference.presentations : 1;
  const lanes = (dataset.test.count + dataset.validation.count) * presentations;
  let perLane = inputFeatures(layers[0] as LayerShape) / (scale === 1 ? 8 : 1);
  let weights = 0;
  for (const [index, layer] of layers.entries()) {
    perLane += outputFeatures(layer) / 8;
    if (layer.kind === 'dense') {
      if (keepsMargins(layers, index, scale)) perLane += (layer.outputs * marginPlanes(layer.inputs)) / 8;
      else perLane += layer.outputs * (layer.inputs * (index === 0 ? scale : 1) > 32_766 ? 4 : 2);
    }
    weights += fanIn(layer) * layer.outputs;
  }
  // Weights and their draws; then what one or a few blocks are worked on with.
  return lanes * perLane + 3 * weights + 16 * 1024 * 1024;
}

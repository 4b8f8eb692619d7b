import { checkLayers, inputFeatures } from '@bitfront/bits';
import type { Dataset, Network } from '@bitfront/core';
import { bitfrontError } from '@bitfront/errors';

/** The parts of which sizes must agree. */
export interface ShapedInput {
  readonly dataset: Pick<Dataset, 'description' | 'test' | 'validation'>;
  readonly network: Pick<Network, 'architecture' | 'output'>;
}

/** Refuses a network that was trained for other images. @throws EVALUATION_SHAPE_MISMATCH, NETWORK_LAYER_INVALID, EVALUATION_SPLIT_EMPTY */
export function checkShapes({ dataset, network }: ShapedInput, plugin: string): void {
  const { name, features, classes } = dataset.description;
  const demand = (what: string, expected: number, data: number) => {
    if (expected !== data)
      throw bitfrontError('EVALUATION_SHAPE_MISMATCH', {
        plugin,
        network: expected,
        what,
        dataset: name,
        data,
      });
  };
  const { layers } = network.architecture;
  demand('inputs', layers[0] === undefined ? 0 : inputFeatures(layers[0]), features);
  demand('classes', network.architecture.classes, classes);
  demand('output neurons', network.output.scale.length, classes);
  checkLayers(layers, features, classes);
  for (const split of ['test', 'validation'] as const)
    if (dataset[split].count === 0)
      throw bitfrontError('EVALUATION_SPLIT_EMPTY', { plugin, split, dataset: name });
}

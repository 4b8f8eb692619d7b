import { packSigns } from '@bitfront/bits';
import type { Dataset, Network } from '@bitfront/core';
import type { RandomStream } from '@bitfront/math';

/**
 * A dense network of random weights for images of a dataset, whose thresholds halve what a neuron sees, as batch norm
 * would. Its time is that of a trained one, its classes mean nothing.
 */
export function randomNetwork(
  { description, test }: Pick<Dataset, 'description' | 'test'>,
  hiddenWidths: readonly number[],
  random: RandomStream,
): Pick<Network, 'architecture' | 'weights' | 'thresholds' | 'output'> {
  const { features, classes, maxValue } = description;
  const widths = [features, ...hiddenWidths, classes];
  const layers = widths
    .slice(1)
    .map((outputs, index) => ({ kind: 'dense' as const, inputs: widths[index] as number, outputs }));
  const signs = layers.map(({ inputs, outputs }) =>
    Int8Array.from({ length: inputs * outputs }, () => 2 * random.integer(2) - 1),
  );
  const means = new Float64Array(features);
  for (let index = 0; index < test.values.length; index++)
    means[index % features] = (means[index % features] as number) + (test.values[index] as number);
  const thresholds = layers.slice(0, -1).map(({ inputs, outputs }, index) =>
    Float64Array.from({ length: outputs }, (_, neuron) => {
      if (index > 0) return 0;
      let sum = 0;
      for (let input = 0; input < inputs; input++) {
        const mean = (2 * (means[input] as number)) / (test.count * maxValue) - 1;
        sum += mean * (signs[0]?.[neuron * inputs + input] ?? 0);
      }
      return sum;
    }),
  );
  return {
    architecture: { classes, layers },
    weights: layers.map(({ inputs, outputs }, index) =>
      packSigns(signs[index] ?? new Int8Array(), outputs, inputs),
    ),
    thresholds,
    output: { scale: new Float64Array(classes).fill(1), offset: new Float64Array(classes) },
  };
}

import { type RandomStream, randomStream } from '@bitfront/math';
import { layersOf } from '../network/layers-of.ts';
import type { TrainingTask } from '../steps/training-task.ts';
import type { BenchNetwork } from './bench-networks.ts';

/** One epoch of a training on random examples, half of whose values are 0, as in Fashion-MNIST; 10 classes. */
export function benchTask(network: BenchNetwork, steps = 1, shards = 1): TrainingTask {
  const { shape, convolutions, hiddenWidths, batchSize, view } = network;
  const features = shape.reduce((product, size) => product * size, 1);
  const count = steps * batchSize;
  const random = benchStreams('examples');
  const pixel = () => (random.integer(2) ? random.integer(256) : 0);
  const examples = {
    count,
    values: Uint8Array.from({ length: count * features }, pixel),
    labels: Uint8Array.from({ length: count }, () => random.integer(10)),
  };
  const description = { name: 'random', shape, features, classes: 10, maxValue: 255 };
  return {
    description,
    train: examples,
    validation: examples,
    view,
    augmentation: { flip: false, shift: 0 },
    layers: layersOf(description, convolutions, hiddenWidths),
    epochs: 1,
    batchSize,
    shards,
    learningRate: 0.001,
    schedule: 'constant',
    initialRange: 0.1,
    recipe: {
      beta1: 0.9,
      beta2: 0.999,
      adamEpsilon: 1e-8,
      batchNormEpsilon: 1e-5,
      clip: 'unit',
      flipProbability: 0,
    },
  };
}

export function benchStreams(...key: readonly (string | number)[]): RandomStream {
  return randomStream('bench', ...key);
}

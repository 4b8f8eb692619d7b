import { inferReference } from '@bitfront/bits';
import { bareServices, checkParameters, type Dataset, type Network } from '@bitfront/core';
import { randomStream } from '@bitfront/math';
import { expect, test } from 'vitest';
import trainer from './trainer-bnn.ts';

const [side, classes] = [8, 4];
const features = side * side;

/** Noisy images of four random pictures. */
function pictures(): Pick<Dataset, 'description' | 'train' | 'validation'> {
  const random = randomStream('pictures');
  const bright = Array.from({ length: classes * features }, () => random.integer(2));
  const examples = (count: number) => {
    const labels = Uint8Array.from({ length: count }, () => random.integer(classes));
    const values = Uint8Array.from({ length: count * features }, (_, at) => {
      const label = labels[Math.floor(at / features)] ?? 0;
      return (bright[label * features + (at % features)] === 1 ? 80 : 20) + random.integer(156);
    });
    return { count, values, labels };
  };
  const description = { name: 'pictures', shape: [1, side, side], features, classes, maxValue: 255 };
  return { description, train: examples(640), validation: examples(200) };
}

/** A small network of the shape of ResNet-20, half of whose kernels are 2D + 1D. */
async function trained(separableFrom: 'deep' | 'input'): Promise<Network> {
  const parameters = checkParameters(trainer.name, trainer.parameters, {
    convolutions: '8C3p1-8C3p1-8C3p1r2-16C3s2p1-16C3p1r2',
    separableRatio: 0.5,
    separableFrom,
    hiddenWidths: [],
    epochs: 3,
    batchSize: 32,
  });
  const input = { dataset: pictures(), encoding: { training: { kind: 'grey' as const } } };
  return trainer.run(input, parameters, {
    random: (...key) => randomStream('1', ...key),
    signal: new AbortController().signal,
    progress: () => {},
    host: { dataFolders: [] },
    ...bareServices,
  });
}

test.each(['deep', 'input'] as const)(
  'residual networks of mixed kernels learn, and the stored bits do what was trained: %s end first',
  async (from) => {
    const network = await trained(from);
    const { layers } = network.architecture;
    const depthwise = layers.flatMap(({ kind }, at) => (kind === 'depthwise' ? [at] : []));
    expect(depthwise).toEqual(from === 'deep' ? [3, 5] : [1, 3]);
    const { validation } = pictures();
    let wrong = 0;
    for (let image = 0; image < validation.count; image++) {
      const values = validation.values.subarray(image * features, (image + 1) * features);
      const guess = inferReference({ ...network, layers }, { kind: 'fixed-point', values, bits: 8 });
      if (guess.class !== validation.labels[image]) wrong++;
    }
    const rate = wrong / validation.count;
    expect(rate).toBe(network.row.trainingValidationErrorRate);
    expect(rate).toBeLessThan(0.2);
    for (const [at, layer] of layers.entries())
      if (layer.kind !== 'dense' && layer.shortcut !== undefined)
        for (const gamma of network.float.batchNorm[at]?.gamma ?? []) expect(gamma).toBeGreaterThanOrEqual(0);
  },
);

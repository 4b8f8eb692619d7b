import { choice, defineStage, type Examples, integer, quantity, type StageContext } from '@bitfront/core';

/**
 * Random examples around one random centre per class, for tests: results on them mean nothing about real data.
 * - `blobs`: value = centre + 255 · noise · (standard normal), cut to 0 … 255; centres uniform;
 * - `patterns`: values are 0 or 255; each flips with probability `noise`.
 * Example i has the class i mod `classes`. More examples never change the ones before them.
 */
export default defineStage({
  name: 'dataset-synthetic',
  version: 1,
  doc: 'random blobs or bit patterns, for tests',
  needs: {},
  gives: 'dataset',
  parameters: {
    kind: choice(['blobs', 'patterns'], 'grey blobs or bit patterns', 'blobs'),
    classes: integer(2, 256, 'number of classes', 10),
    features: integer(1, 16_384, 'values per example', 64),
    trainImages: integer(1, 1_000_000, 'training examples', 1000),
    validationImages: integer(0, 1_000_000, 'validation examples', 200),
    testImages: integer(1, 1_000_000, 'test examples', 500),
    noise: quantity('1', 0, 1, 'spread of a blob over the full range, or probability that a bit flips'),
  },
  columns: {},
  weight: 'heavy',
  randomness: {
    stream: 'dataset-synthetic',
    from: ['parameters.kind', 'parameters.classes', 'parameters.features'],
  },
  source: {
    cite: 'Bitfront',
    where: 'plugins/dataset-synthetic',
    how: 'assumed',
    residual: 'exact',
    assumed: ['the data are random and stand for nothing'],
  },
  run: (_input, { kind, classes, features, trainImages, validationImages, testImages, noise }, context) => {
    const shape = { kind, features, noise, centres: drawCentres(kind, classes, features, context) };
    return {
      description: { name: `synthetic-${kind}`, shape: [features], features, classes, maxValue: 255 },
      train: draw('train', trainImages, shape, context),
      validation: draw('validation', validationImages, shape, context),
      test: draw('test', testImages, shape, context),
    };
  },
});

interface Shape {
  readonly kind: 'blobs' | 'patterns';
  readonly features: number;
  readonly noise: number;
  /** One per class, [features]. */
  readonly centres: readonly Uint8Array[];
}

function drawCentres(kind: Shape['kind'], classes: number, features: number, { random }: StageContext) {
  return Array.from({ length: classes }, (_, label) => {
    const stream = random('centre', label);
    return Uint8Array.from({ length: features }, () =>
      kind === 'patterns' ? 255 * stream.integer(2) : stream.integer(256),
    );
  });
}

function draw(
  part: string,
  count: number,
  { kind, features, noise, centres }: Shape,
  context: StageContext,
): Examples {
  const values = new Uint8Array(count * features);
  const labels = Uint8Array.from({ length: count }, (_, index) => index % centres.length);
  const stream = context.random('examples', part);
  for (const [index, label] of labels.entries()) {
    if (index % 1024 === 0) context.signal.throwIfAborted();
    const centre = centres[label] ?? new Uint8Array(features);
    for (const [feature, middle] of centre.entries()) {
      const value =
        kind === 'blobs'
          ? middle + 255 * noise * stream.normal()
          : stream.uniform() < noise
            ? 255 - middle
            : middle;
      values[index * features + feature] = Math.min(255, Math.max(0, Math.floor(value + 0.5)));
    }
  }
  return { count, values, labels };
}

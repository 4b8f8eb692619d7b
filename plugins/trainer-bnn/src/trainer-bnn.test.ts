import { inputFeatures } from '@bitfront/bits';
import { bareServices, contentHash, type Dataset, type StageContext, share } from '@bitfront/core';
import { randomStream } from '@bitfront/math';
import { scheduleNames } from '@bitfront/training';
import { expect, test } from 'vitest';
import trainer from './trainer-bnn.ts';

const features = 40;

/** Four classes, each a random pattern of pixels with noise on it. */
function patterns(): Pick<Dataset, 'description' | 'train' | 'validation'> {
  const random = randomStream('patterns');
  const prototypes = Array.from({ length: 4 * features }, () => random.integer(2));
  const examples = (count: number) => {
    const labels = Uint8Array.from({ length: count }, () => random.integer(4));
    const values = Uint8Array.from({ length: count * features }, (_, index) => {
      const label = labels[Math.floor(index / features)] ?? 0;
      const bright = (prototypes[label * features + (index % features)] ?? 0) === 1;
      return (bright ? 120 : 20) + random.integer(116);
    });
    return { count, values, labels };
  };
  const description = { name: 'patterns', shape: [features], features, classes: 4, maxValue: 255 };
  return { description, train: examples(1000), validation: examples(300) };
}

const defaults = {
  convolutions: '',
  separableRatio: 0,
  separableFrom: 'deep' as const,
  hiddenWidths: [48, 32],
  epochs: 3,
  batchSize: 64,
  shards: 1,
  learningRate: 0.01,
  schedule: 'cosine' as (typeof scheduleNames)[number],
  flipImages: false,
  shiftPixels: 0,
  trainingFlipProbability: 0,
  initialRange: 0.1,
  clipLatent: true,
  repeat: 0,
};

function run(
  given: Partial<typeof defaults> = {},
  training: { kind: 'grey' } | { kind: 'stochastic'; draws: number } = { kind: 'grey' },
  context: Partial<StageContext> = {},
) {
  const input = { dataset: patterns(), encoding: { training } };
  return trainer.run(input, { ...defaults, ...given }, contextOf(context));
}

function contextOf(context: Partial<StageContext>): StageContext {
  return {
    random: (...key) => randomStream('1', ...key),
    signal: new AbortController().signal,
    progress: () => {},
    host: { dataFolders: [] },
    ...bareServices,
    ...context,
  };
}

test('learns patterns, and its row holds the declared columns', async () => {
  const network = await run();
  expect(network.architecture.layers.map((layer) => [inputFeatures(layer), layer.outputs])).toEqual([
    [40, 48],
    [48, 32],
    [32, 4],
  ]);
  expect(Object.keys(network.row).sort()).toEqual(Object.keys(trainer.columns).sort());
  expect(network.row).toMatchObject({ trainedEpochs: 3, binaryWeights: 40 * 48 + 48 * 32 + 32 * 4 });
  expect(network.log).toHaveLength(3);
  expect(network.log[2]?.validationErrorRate).toBeLessThan(0.02);
  expect(network.log[2]?.trainLoss).toBeLessThan(network.log[0]?.trainLoss ?? 0);
});

// A single draw of 40 noisy pixels cannot tell all patterns apart; chance is 0.75.
test.each([
  [1, 0.2],
  [3, 0.05],
])('learns from %i draws per presentation', async (draws, limit) => {
  const { log } = await run({ epochs: 6 }, { kind: 'stochastic', draws });
  expect(log[5]?.validationErrorRate).toBeLessThan(limit);
});

test('a training never changes: golden content', async () => {
  const { weights, thresholds, output } = await run();
  expect(contentHash([weights, thresholds, output])).toBe(
    '2af19a676e3b7389c9f4fee49aa4e60ec7410c47e9fba1cd8ad624095d591227',
  );
  const noisy = await run({ trainingFlipProbability: 0.05, epochs: 1 }, { kind: 'stochastic', draws: 1 });
  expect(contentHash([noisy.weights, noisy.thresholds, noisy.output])).toBe(
    '2fadcd8d6aec27a0a83312895edb68b38a0e104dfe72ae1e2383148a877db9bb',
  );
});

test('inputs in shared memory give the same network, another seed another one', async () => {
  const first = await run({ epochs: 1 });
  const input = { dataset: share(patterns()), encoding: { training: { kind: 'grey' as const } } };
  const shared = await trainer.run(input, { ...defaults, epochs: 1 }, contextOf({}));
  expect(contentHash(shared)).toBe(contentHash(first));
  const other = await run({ epochs: 1 }, { kind: 'grey' }, { random: (...key) => randomStream('2', ...key) });
  expect(contentHash(other.weights)).not.toBe(contentHash(first.weights));
});

test('latent weights stay in [-1, 1] if they are clipped, and leave it if not', async () => {
  const largest = ({ float }: Awaited<ReturnType<typeof run>>) =>
    Math.max(
      ...float.latent.map((latent) => latent.reduce((most, value) => Math.max(most, Math.abs(value)), 0)),
    );
  expect(largest(await run({ learningRate: 0.2, epochs: 2 }))).toBe(1);
  expect(largest(await run({ learningRate: 0.2, epochs: 2, clipLatent: false }))).toBeGreaterThan(1);
});

test('injected flips leave their mark in training and none in the stored network', async () => {
  const [clean, noisy] = [await run(), await run({ trainingFlipProbability: 0.3 })];
  expect(noisy.log[2]?.trainLoss).toBeGreaterThan(clean.log[2]?.trainLoss ?? 1);
  expect(noisy.log[2]?.validationErrorRate).toBeLessThan(0.1);
});

test('reports every epoch and stops when it is aborted', async () => {
  const notes: string[] = [];
  const fractions: number[] = [];
  await run(
    {},
    { kind: 'grey' },
    {
      progress: (fraction, note) => {
        fractions.push(fraction);
        notes.push(note ?? '');
      },
    },
  );
  expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
  expect(fractions.at(-1)).toBe(1);
  expect(notes.at(-1)).toMatch(/^epoch 3\/3, validation error \d+\.\d\d %$/);
  const controller = new AbortController();
  const stopped = run(
    {},
    { kind: 'grey' },
    { signal: controller.signal, progress: () => controller.abort() },
  );
  await expect(stopped).rejects.toThrow('aborted');
});

test('the best epoch is the first with the smallest validation error, the last one is kept', async () => {
  const { log, row } = await run({ epochs: 5, learningRate: 0.05 });
  const errors = log.map(({ validationErrorRate }) => validationErrorRate);
  const best = Math.min(...errors);
  expect(row).toMatchObject({
    bestEpoch: errors.indexOf(best) + 1,
    bestEpochValidationErrorRate: best,
    trainingValidationErrorRate: errors[4],
  });
});

test('every schedule trains, and differs from the others', async () => {
  const hashes = new Set<string>();
  for (const schedule of scheduleNames) {
    const { log, weights } = await run({ schedule, epochs: 2 });
    expect(log[1]?.validationErrorRate).toBeLessThan(0.1);
    hashes.add(contentHash(weights));
  }
  expect(hashes.size).toBe(scheduleNames.length);
});

test.each(['0C3', '8C9', '8C3-MP9'])('convolutions that do not fit are refused: %s', async (convolutions) => {
  await expect(run({ convolutions })).rejects.toThrow(/Layer 1/);
});

test('a dataset without held-out examples is refused', async () => {
  const dataset = {
    ...patterns(),
    validation: { count: 0, values: new Uint8Array(0), labels: new Uint8Array(0) },
  };
  const refused = trainer.run({ dataset, encoding: { training: { kind: 'grey' } } }, defaults, contextOf({}));
  await expect(refused).rejects.toThrow('0 validation examples');
});

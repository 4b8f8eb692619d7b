import { bareServices, contentHash, type Dataset, type StageContext } from '@bitfront/core';
import { randomStream } from '@bitfront/math';
import { expect, test } from 'vitest';
import { layersOf } from './network/layers-of.ts';
import { train } from './steps/train.ts';
import type { TrainingTask } from './steps/training-task.ts';

const shape = [2, 8, 8];
const features = 128;

/** Four classes, each a random picture with noise on it. */
function pictures(): Pick<Dataset, 'description' | 'train' | 'validation'> {
  const random = randomStream('pictures');
  const prototypes = Array.from({ length: 4 * features }, () => 200 * random.integer(2));
  const examples = (count: number) => {
    const labels = Uint8Array.from({ length: count }, () => random.integer(4));
    const values = Uint8Array.from(
      { length: count * features },
      (_, index) =>
        (prototypes[(labels[Math.floor(index / features)] ?? 0) * features + (index % features)] ?? 0) +
        random.integer(56),
    );
    return { count, values, labels };
  };
  const description = { name: 'pictures', shape, features, classes: 4, maxValue: 255 };
  return { description, train: examples(1500), validation: examples(100) };
}

function taskOf(shards: number, hiddenWidths: readonly number[] = [16]): TrainingTask {
  const { description, ...examples } = pictures();
  return {
    description,
    ...examples,
    view: { kind: 'grey' },
    augmentation: { flip: true, shift: 1 },
    layers: layersOf(description, '8C3p1-MP2-8C3', hiddenWidths),
    epochs: 6,
    batchSize: 128,
    shards,
    learningRate: 0.01,
    schedule: 'cosine',
    initialRange: 0.1,
    recipe: {
      beta1: 0.9,
      beta2: 0.999,
      adamEpsilon: 1e-8,
      batchNormEpsilon: 1e-5,
      clip: 'unit',
      flipProbability: 0.01,
    },
  };
}

/** A checkpoint after every epoch. */
function run(context: Partial<StageContext>, task = taskOf(4)) {
  const whole: StageContext = {
    random: (...key) => randomStream('1', ...key),
    signal: new AbortController().signal,
    progress: () => {},
    host: { dataFolders: [] },
    ...bareServices,
    ...context,
  };
  return train(task, whole, 1);
}

const hash = ({ folded, log }: Awaited<ReturnType<typeof run>>) => contentHash([folded, log]);

async function checkpointsOf(task?: TrainingTask) {
  const saved: Uint8Array[] = [];
  const checkpoint = {
    load: async () => undefined,
    save: async (bytes: Uint8Array) => void saved.push(bytes),
  };
  return { result: await run({ checkpoint }, task), saved };
}

const from = (state: Uint8Array) => ({ load: async () => state.slice(), save: async () => {} });

test('one, two and three threads give the same bits', async () => {
  const alone = await run({});
  expect(alone.log.at(-1)?.validationErrorRate).toBeLessThan(0.2);
  for (const threads of [2, 3]) expect(hash(await run({ threads }))).toBe(hash(alone));
});

test('parts of a batch have statistics of their own, so their number matters', async () => {
  expect(hash(await run({}, taskOf(1)))).not.toBe(hash(await run({})));
});

test('a training goes on from any checkpoint with the same result, on any number of threads', async () => {
  for (const shards of [1, 4]) {
    const { saved, result } = await checkpointsOf(taskOf(shards));
    expect(saved).toHaveLength(5);
    for (const state of saved.slice(0, 3))
      expect(hash(await run({ checkpoint: from(state), threads: 2 }, taskOf(shards)))).toBe(hash(result));
  }
});

test('a checkpoint of another network, or a damaged one, is refused', async () => {
  const { saved } = await checkpointsOf();
  const state = saved[0] as Uint8Array;
  const refused = 'not one of this network';
  await expect(run({ checkpoint: from(state) }, taskOf(4, [17]))).rejects.toThrow(refused);
  for (const damaged of [state.subarray(0, 3), state.subarray(0, 1000), new Uint8Array(50)])
    await expect(run({ checkpoint: from(damaged) })).rejects.toThrow(refused);
});

test('batches that cannot be split are refused', async () => {
  await expect(run({}, taskOf(3))).rejects.toThrow('batch of 128 examples in 3 parts');
  await expect(run({}, taskOf(8))).rejects.toThrow('leaves 16 images');
});

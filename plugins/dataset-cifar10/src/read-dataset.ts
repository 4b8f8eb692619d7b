import type { Dataset, Examples } from '@bitfront/core';
import { assembleDataset } from '@bitfront/datasets';
import type { BatchFiles } from './dataset-files.ts';
import { readBatches } from './read-batches.ts';

/**
 * Reads and checks a dataset in the layout of CIFAR-10: all batches but the last are for training.
 * @throws what `readBatches` throws, DATASET_SPLIT_INVALID, and the reason of the signal when it is aborted
 */
export async function readDataset(
  plugin: string,
  dataset: BatchFiles,
  folders: readonly string[],
  remedy: string,
  validationCount: number,
  signal: AbortSignal,
): Promise<Dataset> {
  const { name, shape, classes, files } = dataset;
  const features = shape.reduce((product, size) => product * size, 1);
  const counts = files.map(({ bytes }) => bytes / (1 + features));
  const testCount = counts.at(-1) ?? 0;
  const training = emptyExamples(
    counts.reduce((total, count) => total + count, -testCount),
    features,
  );
  const test = emptyExamples(testCount, features);
  let filled = 0;
  for await (const { file, bytes } of readBatches(plugin, dataset, folders, remedy)) {
    signal.throwIfAborted();
    const isTest = file === files.at(-1);
    fill(isTest ? test : training, isTest ? 0 : filled, bytes, features);
    filled += bytes.length / (1 + features);
  }
  const description = { name, shape, features, classes, maxValue: 255 };
  return assembleDataset(plugin, description, training, test, validationCount);
}

function emptyExamples(count: number, features: number): Examples {
  return { count, values: new Uint8Array(count * features), labels: new Uint8Array(count) };
}

/** Splits records into labels and pixels, from the example `first` on. */
function fill({ values, labels }: Examples, first: number, bytes: Uint8Array, features: number): void {
  for (let from = 0, to = first; from < bytes.length; from += 1 + features, to++) {
    labels[to] = bytes[from] ?? 0;
    values.set(bytes.subarray(from + 1, from + 1 + features), to * features);
  }
}

import type { Dataset, DatasetDescription, Examples } from '@bitfront/core';
import { bitfrontError } from '@bitfront/errors';

/**
 * Makes the dataset of a plugin: checks labels and splits off the validation examples, which are the last ones of the
 * training file. The rule looks at no label and draws no random number, so everybody holds out the same images.
 * The parts are views of the training arrays, not copies.
 * @throws DATASET_SPLIT_INVALID when no training example would remain, DATASET_LABEL_INVALID.
 */
export function assembleDataset(
  plugin: string,
  description: DatasetDescription,
  training: Examples,
  test: Examples,
  validationCount: number,
): Dataset {
  const { features, classes } = description;
  const { count } = training;
  if (validationCount >= count)
    throw bitfrontError('DATASET_SPLIT_INVALID', { plugin, validationImages: validationCount, count });
  checkLabels(plugin, 'training labels', training.labels, classes);
  checkLabels(plugin, 'test labels', test.labels, classes);
  const kept = count - validationCount;
  return {
    description,
    train: range(training, features, 0, kept),
    validation: range(training, features, kept, count),
    test,
  };
}

function range({ values, labels }: Examples, features: number, from: number, to: number): Examples {
  return {
    count: to - from,
    values: values.subarray(from * features, to * features),
    labels: labels.subarray(from, to),
  };
}

function checkLabels(plugin: string, file: string, labels: Uint8Array, classes: number): void {
  const index = labels.findIndex((label) => label >= classes);
  if (index < 0) return;
  const label = labels[index] ?? 0;
  throw bitfrontError('DATASET_LABEL_INVALID', { plugin, file, index, label, last: classes - 1, classes });
}

import { join } from 'node:path';
import {
  choice,
  type Dataset,
  defineStage,
  type Examples,
  type Host,
  integer,
  type ParametersOf,
  text,
} from '@bitfront/core';
import { assembleDataset, validationImages } from '@bitfront/datasets';
import { bitfrontError } from '@bitfront/errors';
import { fileSums } from './file-sums.ts';
import { type FileArray, readArray } from './read-array.ts';
import { toImages } from './to-images.ts';
import { toLabels } from './to-labels.ts';

const plugin = 'dataset-files';
const plainName = /^\w[\w.-]*$/;
const fileName = (content: string, fallback: string) =>
  text(plainName, 'a file name without folders', `${content}, with or without .npy, .idx or .gz`, fallback);

const parameters = {
  folder: text(
    plainName,
    'a folder name without slashes',
    'folder below a data folder that holds the four files',
  ),
  trainImages: fileName('training examples', 'train-images'),
  trainLabels: fileName('training labels', 'train-labels'),
  testImages: fileName('test examples', 'test-images'),
  testLabels: fileName('test labels', 'test-labels'),
  classes: integer(2, 256, 'number of classes; labels count from 0'),
  scale: choice(['raw', 'unit'], 'raw: whole numbers up to maxValue; unit: real numbers from 0 to 1', 'raw'),
  maxValue: integer(1, 255, 'the value that stands for 1; unit values are rounded to this many steps', 255),
  validationImages,
};

type Given = ParametersOf<typeof parameters>;

/** Your own data: four IDX or NPY files, examples as [count, …shape], labels as [count]. */
export default defineStage({
  name: plugin,
  version: 1,
  doc: 'your own IDX or NPY files, below a folder of BITFRONT_DATA',
  needs: {},
  gives: 'dataset',
  parameters,
  columns: {},
  weight: 'heavy',
  stored: false,
  source: {
    cite: 'files of the user',
    where: 'their content hash is part of the key',
    how: 'measured',
    residual: 'exact',
  },
  fingerprint: (given, host) => fileSums(plugin, folders(given, host), names(given)),
  run: (_input, given, { host, signal }) => {
    signal.throwIfAborted();
    return read(given, folders(given, host));
  },
});

function read(given: Given, searched: readonly string[]): Dataset {
  const { classes, scale, maxValue } = given;
  const array = (name: string) => readArray(plugin, searched, name);
  const train = array(given.trainImages);
  const shape = train.array.shape.slice(1);
  const features = shape.reduce((product, size) => product * size, 1);
  const examples = (images: FileArray, labels: FileArray) => {
    const values = toImages(plugin, images, shape, scale, maxValue);
    return pair(images, values, labels, toLabels(plugin, labels, classes));
  };
  const description = { name: given.folder, shape, features, classes, maxValue };
  const training = examples(train, array(given.trainLabels));
  const testing = examples(array(given.testImages), array(given.testLabels));
  return assembleDataset(plugin, description, training, testing, given.validationImages);
}

function pair(images: FileArray, values: Uint8Array, labels: FileArray, found: Uint8Array): Examples {
  const count = images.array.shape[0] ?? 0;
  if (count === found.length) return { count, values, labels: found };
  const fields = { images: images.file, imageCount: count, labels: labels.file, labelCount: found.length };
  throw bitfrontError('DATASET_COUNT_MISMATCH', { plugin, ...fields });
}

function folders({ folder }: Given, { dataFolders }: Host): readonly string[] {
  return dataFolders.map((parent) => join(parent, folder));
}

function names({ trainImages, trainLabels, testImages, testLabels }: Given) {
  return [trainImages, trainLabels, testImages, testLabels] as const;
}

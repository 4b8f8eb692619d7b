import type { Dataset, Examples } from '@bitfront/core';
import { bitfrontError } from '@bitfront/errors';
import { readIdx } from '@bitfront/idx';
import { assembleDataset } from './assemble-dataset.ts';
import type { DatasetFiles, PublishedFile } from './dataset-files.ts';
import { readPublishedFile } from './read-published-file.ts';

/** A dataset in the layout of MNIST: training images and labels, test images and labels, in this order. */
export interface FourFiles extends DatasetFiles {
  readonly files: readonly [PublishedFile, PublishedFile, PublishedFile, PublishedFile];
  readonly classes: number;
}

/**
 * Reads and checks the four IDX files of an MNIST-like dataset.
 * @param remedy what a user can do when a file is missing or damaged
 * @throws DATASET_FILE_MISSING, DATASET_FILE_DAMAGED, DATASET_FORMAT_INVALID, DATASET_COUNT_MISMATCH,
 *   DATASET_SHAPE_MISMATCH, DATASET_LABEL_INVALID, DATASET_SPLIT_INVALID
 */
export function readFourFiles(
  plugin: string,
  dataset: FourFiles,
  folders: readonly string[],
  remedy: string,
  validationCount: number,
): Dataset {
  const read = (file: PublishedFile) =>
    readBytes(plugin, file, readPublishedFile(plugin, folders, file, remedy));
  const [trainImages, trainLabels, testImages, testLabels] = dataset.files;
  const train = read(trainImages);
  const test = read(testImages);
  if (train.shape.join(' x ') !== test.shape.join(' x '))
    throw shapeMismatch(plugin, testImages.name, test.shape, train.shape.join(' x '));
  const features = train.shape.reduce((product, size) => product * size, 1);
  const description = {
    name: dataset.name,
    shape: train.shape,
    features,
    classes: dataset.classes,
    maxValue: 255,
  };
  const training = pair(plugin, trainImages, train, trainLabels, read(trainLabels));
  const testing = pair(plugin, testImages, test, testLabels, read(testLabels));
  return assembleDataset(plugin, description, training, testing, validationCount);
}

interface Bytes {
  readonly count: number;
  /** Shape of one example; empty for labels. */
  readonly shape: readonly number[];
  readonly values: Uint8Array;
}

function readBytes(plugin: string, { name }: PublishedFile, bytes: Uint8Array): Bytes {
  const { data, shape } = readIdx(bytes, name);
  const [count, ...rest] = shape;
  if (count === undefined || !(data instanceof Uint8Array))
    throw shapeMismatch(plugin, name, shape, 'a list of bytes');
  return { count, shape: rest, values: data };
}

function pair(plugin: string, images: PublishedFile, x: Bytes, labels: PublishedFile, y: Bytes): Examples {
  if (y.shape.length > 0) throw shapeMismatch(plugin, labels.name, [y.count, ...y.shape], `${y.count}`);
  if (x.count !== y.count) {
    const fields = {
      plugin,
      images: images.name,
      imageCount: x.count,
      labels: labels.name,
      labelCount: y.count,
    };
    throw bitfrontError('DATASET_COUNT_MISMATCH', fields);
  }
  return { count: x.count, values: x.values, labels: y.values };
}

function shapeMismatch(plugin: string, file: string, shape: readonly number[], expected: string) {
  return bitfrontError('DATASET_SHAPE_MISMATCH', {
    plugin,
    file,
    shape: shape.join(' x ') || 'none',
    expected,
  });
}

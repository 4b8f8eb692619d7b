import { join } from 'node:path';
import { defineStage } from '@bitfront/core';
import { readFourFiles, validationImages } from '@bitfront/datasets';
import { datasetFiles } from './dataset-files.ts';

/** 60,000 training and 10,000 test images of clothes, 28 × 28 grey levels, 10 classes. */
export default defineStage({
  name: 'dataset-fashion-mnist',
  version: 1,
  doc: 'Fashion-MNIST clothes, 60,000 + 10,000 images of 28 x 28 grey levels, 10 classes',
  needs: {},
  gives: 'dataset',
  parameters: { validationImages },
  columns: {},
  weight: 'heavy',
  stored: false,
  source: {
    cite: 'H. Xiao, K. Rasul, R. Vollgraf, "Fashion-MNIST: a novel image dataset for benchmarking machine learning algorithms", 2017, arXiv 1708.07747',
    where: 'the four original IDX files',
    how: 'measured',
    residual: 'exact: SHA-256 of every file is checked',
  },
  run: (_input, parameters, { host, signal }) => {
    signal.throwIfAborted();
    const folders = [...host.dataFolders.map((folder) => join(folder, datasetFiles.name)), debianFolder];
    return readFourFiles('dataset-fashion-mnist', datasetFiles, folders, remedy, parameters.validationImages);
  },
});

/** Where the Debian package dataset-fashion-mnist puts the files. */
const debianFolder = '/usr/share/datasets/fashion-mnist';

const remedy =
  'Run `bitfront dataset fetch fashion-mnist`, or set BITFRONT_DATA to the folder that holds fashion-mnist/.';

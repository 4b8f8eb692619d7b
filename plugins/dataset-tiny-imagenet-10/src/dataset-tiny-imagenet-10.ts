import { join } from 'node:path';
import { defineStage, flag, integer } from '@bitfront/core';
import { datasetFiles } from './dataset-files.ts';
import { readDataset } from './read-dataset.ts';
import { plugin } from './remedy.ts';

/** A stand-in for ImageNet: 5,000 training and 500 test photographs of 10 classes, 3 colours × 64 × 64 or 32 × 32. */
export default defineStage({
  name: plugin,
  version: 1,
  doc: '10 classes of Tiny-ImageNet, 5,000 + 500 images of 3 colours x 64 x 64 or 32 x 32: a stand-in, not ImageNet',
  needs: {},
  gives: 'dataset',
  parameters: {
    validationImages: integer(
      0,
      4990,
      'training images held out for validation: the last ones of every class, in turn; 0 for none',
      500,
    ),
    halve: flag('32 x 32 pixels: each the mean of 2 x 2, halves rounded up', false),
  },
  columns: {},
  weight: 'heavy',
  stored: false,
  source: {
    cite: 'Y. Le, X. Yang, "Tiny ImageNet Visual Recognition Challenge", CS 231N report, Stanford University, 2015',
    where:
      '10 of its 200 classes: n01443537, n01882714, n02056570, n02124075, n02279972, n02917067, n04146614, n04398044, n07753592, n07873807',
    how: 'measured',
    residual: 'exact: SHA-256 of the archive is checked, pixels are those of libjpeg-turbo',
  },
  run: async (_input, parameters, { host, signal }) => {
    signal.throwIfAborted();
    const folders = host.dataFolders.flatMap((folder) => [join(folder, datasetFiles.name), folder]);
    return readDataset(datasetFiles, folders, parameters, signal);
  },
});

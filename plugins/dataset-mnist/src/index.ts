export { datasetFiles } from './dataset-files.ts';
export { default } from './dataset-mnist.ts';
export { mnistFolder } from './mnist-folder.ts';

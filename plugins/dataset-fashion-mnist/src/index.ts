export { datasetFiles } from './dataset-files.ts';
export { default } from './dataset-fashion-mnist.ts';

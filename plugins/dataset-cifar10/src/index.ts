export { default } from './dataset-cifar10.ts';
export { datasetFiles } from './dataset-files.ts';
export { datasetSource } from './dataset-source.ts';

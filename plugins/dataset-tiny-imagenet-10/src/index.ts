export { datasetFiles } from './dataset-files.ts';
export { default } from './dataset-tiny-imagenet-10.ts';
export { datasetSource } from './remedy.ts';

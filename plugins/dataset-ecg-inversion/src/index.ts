export { default } from './dataset-ecg-inversion.ts';
export { datasetFiles } from './dataset-files.ts';
export { datasetSource } from './remedy.ts';

export { default } from './dataset-files.ts';

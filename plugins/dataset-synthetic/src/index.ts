export { default } from './dataset-synthetic.ts';

export { default } from './partitioner-shift-duplicate.ts';

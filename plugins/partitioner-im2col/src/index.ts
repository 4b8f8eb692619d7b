export { default } from './partitioner-im2col.ts';

export { default } from './partitioner-subimage.ts';

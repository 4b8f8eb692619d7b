export { default } from './partitioner-tile.ts';

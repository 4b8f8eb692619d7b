export { default } from './encoder-fixed-point.ts';

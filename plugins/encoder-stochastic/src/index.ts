export { default } from './encoder-stochastic.ts';

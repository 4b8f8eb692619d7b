export { default } from './sampler-grid.ts';

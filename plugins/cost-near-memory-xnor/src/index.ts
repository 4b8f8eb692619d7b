export { default } from './cost-near-memory-xnor.ts';

export { default } from './evaluator-faulted.ts';

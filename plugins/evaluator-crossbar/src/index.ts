export { default } from './evaluator-crossbar.ts';

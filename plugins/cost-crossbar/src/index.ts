export { default } from './cost-crossbar.ts';

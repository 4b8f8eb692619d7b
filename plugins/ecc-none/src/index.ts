export { default } from './ecc-none.ts';

export { default } from './ecc-secded.ts';

export { default } from './ecc-sec.ts';

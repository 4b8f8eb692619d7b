export { default } from './device-rram-2t2r-lognormal.ts';

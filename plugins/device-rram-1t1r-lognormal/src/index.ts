export { default } from './device-rram-1t1r-lognormal.ts';

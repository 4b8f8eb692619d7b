export { default } from './device-rram-hirtzlin-aicas-2019.ts';

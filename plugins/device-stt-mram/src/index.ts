export { default } from './device-stt-mram.ts';

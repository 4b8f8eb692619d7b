export { default } from './device-sram-6t.ts';

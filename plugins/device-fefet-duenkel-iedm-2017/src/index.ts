export { default } from './device-fefet-duenkel-iedm-2017.ts';

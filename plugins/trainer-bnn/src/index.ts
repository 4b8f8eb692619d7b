export { default } from './trainer-bnn.ts';

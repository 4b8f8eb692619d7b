export { default } from './trainer-zoo.ts';

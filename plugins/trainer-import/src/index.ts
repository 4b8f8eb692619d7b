export { default } from './trainer-import.ts';

export { printedArrays, printedSource, printedTolerance } from './validation/printed-arrays.ts';

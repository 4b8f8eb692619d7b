export type { CrossbarArray, LineResistance } from './crossbar-array.ts';
export { type ExactSolution, solveExact } from './exact/solve-exact.ts';
export { readColumnsUa } from './response/read-columns.ts';
export { responseMatrixUs } from './response/response-matrix.ts';

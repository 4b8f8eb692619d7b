export { findReproduction, reproductions } from './find-reproduction.ts';
export type { Claim, Curve, CurveAxis, Measured, Reproduction, Series } from './reproduction.ts';
export { reproductionTable, type TableRow, tableColumns } from './reproduction-table.ts';
export { type ResultRow, type Results, resultRow } from './results.ts';
export type { Verdict } from './verdict.ts';

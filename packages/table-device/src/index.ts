export { deviceFromTable } from './device-from-table.ts';
export { type FigureName, figures } from './figures.ts';
export { moduleOfTable } from './module-of-table.ts';
export { type Condition, type MeasuredTable, parseTable } from './parse-table.ts';
export type { Notes } from './split-notes.ts';

export { type CellFigures, figuresOfCell } from './cell-figures.ts';
export { deviceFromCell } from './device-from-cell.ts';
export { moduleOfCell } from './module-of-cell.ts';
export { type CellFile, parseCell } from './parse-cell.ts';

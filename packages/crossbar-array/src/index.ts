export { type CellKind, type CellTraits, cellTraits } from './cell-traits.ts';
export { type ConversionLoss, conversionLoss } from './conversion-loss.ts';
export { type CrossbarArray, crossbarArray } from './crossbar-array.ts';
export type { Module } from './module.ts';
export type { Cell, CrossbarOptions, Inputs, Sensing } from './options.ts';
export {
  type PrintedArray,
  type PrintedModule,
  printedArrays,
  printedSource,
  printedTolerance,
} from './validation/printed-arrays.ts';
export { type ComparisonRow, printedComparison } from './validation/printed-comparison.ts';
export { printedCase } from './validation/printed-cases.ts';
export { crossbarArraySource } from './source.ts';
export { type TiledMemory, tiledMemory } from './tiled-memory.ts';
export type { WriteEnergy } from './write-energy.ts';

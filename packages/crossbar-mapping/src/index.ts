export { columnRuns, type Run } from './column-runs.ts';
export {
  type CrossbarSize,
  type CrossbarUse,
  type Pairs,
  refuseSmallCrossbar,
  type SizedUse,
} from './crossbar-room.ts';
export type { StrideReading } from './layer-task.ts';
export { type Im2colOptions, mapIm2col } from './map-im2col.ts';
export { mappingParameters } from './mapping-parameters.ts';
export { mappingColumns, mappingRow, overlapFactor } from './mapping-row.ts';
export { mapShiftDuplicate, type ShiftDuplicateOptions } from './map-shift-duplicate.ts';
export { mapSubImage, type SubImageOptions } from './map-sub-image.ts';
export { type CountedLayers, networkMapping } from './network-mapping.ts';

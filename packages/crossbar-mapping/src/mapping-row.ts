import type { LayerMapping } from '@bitfront/core';
import type { CrossbarSize } from './crossbar-room.ts';

/** The columns that every mapping adds to a row. */
export const mappingColumns = {
  crossbars: { unit: '1', doc: 'crossbars of all layers' },
  readsPerInference: {
    unit: '1',
    doc: 'reads one after the other, layer by layer, for one image shown once',
  },
  crossbarReads: { unit: '1', doc: 'reads of single crossbars for one image shown once' },
  cellUtilisation: { unit: '1', doc: 'cells that hold a weight, over all cells of the crossbars' },
  conversionsPerInference: { unit: '1', doc: 'outputs of crossbars that are converted, over all reads' },
  rowDrivesPerInference: { unit: '1', doc: 'rows that are driven, over all reads' },
  overlapOverhead: { unit: '1', doc: 'pixels driven over output positions, all layers together, less 1' },
  weightCells: { unit: '1', doc: 'cells that hold a weight, copies and both cells of a pair included' },
} as const;

/** Sums over layers; zeros where there are none. */
export function mappingRow(
  layers: readonly LayerMapping[],
  array: CrossbarSize,
): { readonly [Name in keyof typeof mappingColumns]: number } {
  const total = (of: (layer: LayerMapping) => number) => layers.reduce((sum, layer) => sum + of(layer), 0);
  const crossbars = total((layer) => layer.crossbars);
  const weightCells = total((layer) => layer.weightCells);
  const positions = total((layer) => layer.positions);
  const driven = total((layer) => layer.pixelDrives);
  const cells = crossbars * array.rows * array.columns;
  return {
    crossbars,
    readsPerInference: total((layer) => layer.reads),
    crossbarReads: total((layer) => layer.crossbarReads),
    cellUtilisation: cells === 0 ? 0 : weightCells / cells,
    conversionsPerInference: total((layer) => layer.conversions),
    rowDrivesPerInference: total((layer) => layer.rowDrives),
    overlapOverhead: positions === 0 ? 0 : driven / positions - 1,
    weightCells,
  };
}

/** Pixels driven for each position of the output: s² / o² for whole sub-images, 1 where each pixel is used once. */
export function overlapFactor({ pixelDrives, positions }: LayerMapping): number {
  return pixelDrives / positions;
}

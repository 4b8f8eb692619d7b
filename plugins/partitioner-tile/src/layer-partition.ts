import type { LayerPartition, LayerShape, Partition } from '@bitfront/core';

/** One layer on its grid of arrays. `usedRows` and `usedColumns` are those of the whole grid. */
export function layerPartition(
  shape: LayerShape,
  array: Partition['array'],
  rowsHold: LayerPartition['rowsHold'],
): LayerPartition {
  const { inputs, outputs } = shape;
  const [usedRows, usedColumns] = rowsHold === 'neurons' ? [outputs, inputs] : [inputs, outputs];
  const gridRows = Math.ceil(usedRows / array.rows);
  const gridColumns = Math.ceil(usedColumns / array.columns);
  const arrays = gridRows * gridColumns;
  const weights = usedRows * usedColumns;
  return {
    rowsHold,
    usedRows,
    usedColumns,
    gridRows,
    gridColumns,
    arrays,
    weights,
    utilisation: weights / (arrays * array.rows * array.columns),
  };
}

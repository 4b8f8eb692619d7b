import { fanIn } from '@bitfront/bits';
import type { LayerPartition, LayerShape, Partition } from '@bitfront/core';

/**
 * One layer on its grid of arrays: the matrix of `outputs` neurons × `fanIn` weights, whatever the kind of layer.
 * `usedRows` and `usedColumns` are those of the whole grid. A convolution is a dense layer of one window.
 */
export function layerPartition(
  shape: LayerShape,
  array: Partition['array'],
  rowsHold: LayerPartition['rowsHold'],
): LayerPartition {
  const { outputs } = shape;
  const inputs = fanIn(shape);
  const weights = outputs * inputs;
  const used =
    rowsHold === 'neurons' ? { rows: outputs, columns: inputs } : { rows: inputs, columns: outputs };
  // Neurons with inputs of their own on rows that are driven together: blocks along the diagonal of the matrix.
  const side =
    shape.kind === 'depthwise' && rowsHold === 'inputs' ? blocksPerArray(inputs, outputs, array) : undefined;
  const usedRows = side === undefined ? used.rows : side * inputs;
  const gridRows = Math.ceil(usedRows / array.rows);
  const gridColumns = Math.ceil(used.columns / (side ?? array.columns));
  const arrays = gridRows * gridColumns;
  return {
    rowsHold,
    usedRows,
    usedColumns: used.columns,
    gridRows,
    gridColumns,
    arrays,
    weights,
    utilisation: weights / (arrays * array.rows * array.columns),
  };
}

/** Neurons of `inputs` rows and one column each that fit an array side by side; at least one, cut over several arrays. */
function blocksPerArray(inputs: number, neurons: number, array: Partition['array']): number {
  return Math.max(1, Math.min(Math.floor(array.rows / inputs), array.columns, neurons));
}

import type { Row } from './artifacts.ts';

/** Layers cut onto memory arrays of one size. */
export interface Partition {
  readonly array: { readonly rows: number; readonly columns: number };
  readonly layers: readonly LayerPartition[];
  readonly row: Row;
}

/** A weight matrix laid on a grid of arrays; edge arrays are partly used. */
export interface LayerPartition {
  /** Weights along array rows and columns. What a row means (input or neuron) is said by `rowsHold`. */
  readonly rowsHold: 'inputs' | 'neurons';
  readonly usedRows: number;
  readonly usedColumns: number;
  readonly gridRows: number;
  readonly gridColumns: number;
  readonly arrays: number;
  readonly weights: number;
  /** Cells that hold a weight, over all cells of the arrays. */
  readonly utilisation: number;
}

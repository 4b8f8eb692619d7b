import type { Row } from './artifacts.ts';

/** Layers mapped on crossbars of one size, whose columns sum the currents of all rows that are driven together. */
export interface CrossbarMapping {
  readonly array: { readonly rows: number; readonly columns: number };
  /**
   * Where the two cells of a signed weight stand: in neighbouring columns of one crossbar, or in the same place of two
   * crossbars, all counts then being those of both; `single`: one cell, against a reference outside the crossbar.
   */
  readonly pairs: 'neighbouring-columns' | 'separate-crossbars' | 'single';
  readonly layers: readonly LayerMapping[];
  readonly row: Row;
}

/** One layer of the network on its crossbars. Counts are over all of them, and for one image shown once. */
export interface LayerMapping {
  readonly crossbars: number;
  /** Reads one after the other; all crossbars of the layer that take part work side by side. */
  readonly reads: number;
  /** Reads of single crossbars: `crossbars · reads` where all take part in every read. */
  readonly crossbarReads: number;
  /** Cells that hold a weight of the network, both of a pair; not those of a bias. */
  readonly weightCells: number;
  /** Rows wired to an input (padding and bias are inputs too) and physical columns wired to an output. */
  readonly wiredRows: number;
  readonly wiredColumns: number;
  /** Rows driven and outputs converted, over all reads. The two columns of a pair are subtracted, then converted once. */
  readonly rowDrives: number;
  readonly conversions: number;
  /** Positions of a kernel, and pixels driven for them in each channel: again in every sub-image that sees them. */
  readonly positions: number;
  readonly pixelDrives: number;
  readonly sums: SumParts;
  readonly placement: Placement;
}

/** How the sum of one neuron is cut over crossbars; parts are added behind the converters. */
export interface SumParts {
  readonly parts: number;
  /**
   * A part holds so many consecutive weights of the neuron (channel fastest, then x, then y), or all weights of so many
   * consecutive input channels; the last part may hold fewer.
   */
  readonly cut: { readonly by: 'weights' | 'channels'; readonly size: number };
  /**
   * Rows driven together with the column of a full part, that of the bias included; those beyond its weights meet cells
   * of no weight.
   */
  readonly rowsDriven: number;
}

/**
 * What one crossbar of the layer looks like where it is full: blocks of cells along its diagonal, for pictures. In a
 * block the rows are ordered channel, y, x, the columns kernel, y, x and, last, the two of a pair.
 */
export interface Placement {
  /** Rows and physical columns of a block; the block is dense, or every output of it has its own window of rows. */
  readonly blockRows: number;
  readonly blockColumns: number;
  readonly blocks: number;
  /** Side lengths of the pixels a block sees, and of its window of outputs: 1 × 1 where it sees one position. */
  readonly inputs: { readonly channels: number; readonly height: number; readonly width: number };
  readonly outputs: { readonly kernels: number; readonly height: number; readonly width: number };
  /** The window of one output in the pixels of a block, and how far the next one lies: 1 × 1 where it sees one position. */
  readonly kernel: { readonly height: number; readonly width: number };
  readonly stride: { readonly height: number; readonly width: number };
  /** Below the blocks, one row that is always driven. */
  readonly biasRow: boolean;
}

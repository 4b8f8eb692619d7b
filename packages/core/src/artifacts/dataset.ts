/** Images or signals with labels, split into three. Values are raw integers, as stored in the files. */
export interface Dataset {
  readonly description: DatasetDescription;
  readonly train: Examples;
  /** Held out of the training data; samplers and pruning look at this one. */
  readonly validation: Examples;
  readonly test: Examples;
}

export interface DatasetDescription {
  readonly name: string;
  /** Shape of one example, `[28, 28]` or `[channels, height, width]`; features are its product. */
  readonly shape: readonly number[];
  readonly features: number;
  readonly classes: number;
  /** The largest raw value (255 for grey images): a value v stands for the pixel v / maxValue in [0, 1]. */
  readonly maxValue: number;
}

export interface Examples {
  readonly count: number;
  /** [count × features], row-major, one byte per feature. */
  readonly values: Uint8Array;
  /** [count], 0 … classes − 1. */
  readonly labels: Uint8Array;
}

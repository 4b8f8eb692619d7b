import type { Row } from './artifacts.ts';

/** What a faulted network does on real data. */
export interface Evaluation {
  /** `errorRate`, its interval, `validationErrorRate`, `testImages`, `repeats`. */
  readonly row: Row;
  readonly activity: Activity;
  /** Test error rate of each repeat. */
  readonly repeats: Float64Array;
}

/** Measured data statistics per layer, for energy models. */
export interface Activity {
  readonly layers: readonly LayerActivity[];
  /** How often layer 1 and the layers above it run per image (T where the encoding repeats them, else 1). */
  readonly firstLayerPasses: number;
  readonly laterLayerPasses: number;
  /** Bits of one input value of layer 1: 1 to 8 for fixed point, 1 for stochastic. */
  readonly inputBits: number;
}

export interface LayerActivity {
  /** Fraction of 1 bits at the layer's inputs (mean over the bit planes for multi-bit input). */
  readonly inputDensity: number;
  /** Probability that an input bit differs from the bit read before it on the same line. */
  readonly inputToggle: number;
  /** Fraction of 1 bits of XNOR(weight, input), which drive the popcount trees. */
  readonly xnorDensity: number;
  /** Fraction of +1 outputs. */
  readonly outputDensity: number;
}

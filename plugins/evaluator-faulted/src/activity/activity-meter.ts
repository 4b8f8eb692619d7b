import type { Activity, Architecture, InferenceView, LayerActivity, PackedBits } from '@bitfront/core';
import type { Block } from '../network/block.ts';
import { countBits, countIntegers, type LineCounts, lineCounts, type Transmission } from './line-counts.ts';
import { plusFractions } from './plus-fractions.ts';
import { transmission } from './transmission.ts';

/**
 * Counts what passes through a network. XNOR outputs need no count of their own: an input line i with a fraction d of
 * ones and a fraction f of +1 weights gives f·d + (1 − f)·(1 − d), and the layer's density is the mean over its lines.
 */
export class ActivityMeter {
  readonly #inference: InferenceView;
  readonly #classes: number;
  readonly #layers: readonly LineCounts[];
  readonly #sent: Transmission;
  #plus: readonly Float64Array[] = [];

  constructor(architecture: Architecture, inference: InferenceView) {
    this.#inference = inference;
    this.#classes = architecture.classes;
    this.#layers = architecture.layers.map(({ inputs }) => lineCounts(inputs));
    this.#sent = transmission(inference);
  }

  /** The weights as read, which the following blocks meet. */
  readWeights(weights: readonly PackedBits[]): void {
    this.#plus = weights.map(plusFractions);
  }

  /** A block that has been run; blocks come in order. */
  readBlock(block: Block): void {
    const [first, ...above] = this.#layers;
    if (first === undefined) return;
    if (block.integers !== undefined) countIntegers(first, block.integers, this.#sent);
    if (block.lines !== undefined) countBits(first, block.lines);
    for (const [layer, counts] of above.entries()) {
      const signs = block.signs[layer];
      if (signs !== undefined) countBits(counts, signs);
    }
  }

  activity(): Activity {
    const inference = this.#inference;
    const stochastic = inference.kind === 'stochastic';
    const passes = stochastic ? inference.presentations : 1;
    return {
      layers: this.#layers.map((counts, layer) => this.#layerActivity(counts, layer)),
      firstLayerPasses: passes,
      laterLayerPasses: stochastic && inference.accumulation === 'first-layer' ? 1 : passes,
      inputBits: stochastic ? 1 : inference.bits,
    };
  }

  #layerActivity(counts: LineCounts, layer: number): LayerActivity {
    const lines = counts.ones.length;
    const plus = this.#plus[layer];
    const next = this.#layers[layer + 1];
    const xnor = counts.ones.map((ones, line) => {
      const [density, fraction] = [ones / counts.bits, plus?.[line] ?? 0];
      return fraction * density + (1 - fraction) * (1 - density);
    });
    return {
      inputDensity: mean(counts.ones) / counts.bits,
      inputToggle: counts.bits < 2 ? 0 : counts.toggles / ((counts.bits - 1) * lines),
      xnorDensity: mean(xnor),
      // The last layer is not thresholded: one of its class lines is 1.
      outputDensity: next === undefined ? 1 / this.#classes : mean(next.ones) / next.bits,
    };
  }
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

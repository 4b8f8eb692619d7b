import { fanIn } from '@bitfront/bits';
import type { Activity, Architecture, InferenceView, LayerActivity, LayerShape } from '@bitfront/core';
import { type LayerInput, unfolded } from '@bitfront/inference';
import type { BitMatrix, Kernels } from '@bitfront/kernels';
import type { FilledInput } from '../input/fill-block.ts';
import { countBits, countValues, type LineCounts, lineCounts, type Transmission } from './line-counts.ts';
import { plusFractions } from './plus-fractions.ts';
import { transmission } from './transmission.ts';
import { countWindows } from './window-counts.ts';

/**
 * Counts what passes through a network. XNOR outputs need no count of their own: an input line i with a fraction d of
 * ones and a fraction f of +1 weights gives f·d + (1 − f)·(1 − d), and the layer's density is the mean over its lines.
 */
export class ActivityMeter {
  readonly #inference: InferenceView;
  readonly #classes: number;
  readonly #shapes: readonly LayerShape[];
  readonly #layers: LineCounts[];
  readonly #sent: Transmission;
  #firstIsKnown = false;
  #plus: readonly Float64Array[] = [];

  constructor({ classes, layers }: Architecture, inference: InferenceView) {
    this.#inference = inference;
    this.#classes = classes;
    this.#shapes = layers;
    this.#layers = layers.map((layer) => lineCounts(linesOf(layer)));
    this.#sent = transmission(inference);
  }

  /** The weights as read, which the following blocks meet. */
  readWeights(kernels: Kernels, weights: readonly BitMatrix[]): void {
    this.#plus = this.#shapes.map((layer, index) =>
      plusFractions(kernels, layer, weights[index] as BitMatrix),
    );
  }

  /**
   * What the layers read of a block, in its first lanes; blocks come in order. Layer 1 has other lanes where the draws
   * that it sums are seen one by one. Where the lines of layer 1 are known from before, they need not be counted again.
   */
  readBlock(kernels: Kernels, inputs: readonly FilledInput[], lanes: number, firstLanes = lanes): void {
    for (const [index, input] of inputs.entries()) {
      const [layer, counts] = [this.#shapes[index], this.#layers[index]];
      if (layer === undefined || counts === undefined || (index === 0 && this.#firstIsKnown)) continue;
      countInput(kernels, layer, counts, input, index === 0 ? firstLanes : lanes, input.sent ?? this.#sent);
    }
  }

  /** What went over the lines of layer 1, which does not depend on any weight. */
  get firstLines(): LineCounts | undefined {
    return this.#layers[0];
  }

  /** Lines of layer 1 that were counted bit by bit, one per pixel: those of a dense layer. */
  followPixels(lines: LineCounts | undefined): void {
    if (lines !== undefined && this.#shapes[0]?.kind === 'dense') this.knowFirstLines(lines);
  }

  knowFirstLines(counts: LineCounts): void {
    this.#layers[0] = counts;
    this.#firstIsKnown = true;
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

/** Input lines of a layer: one per input, or one per place in the window of a convolution. */
function linesOf(layer: LayerShape): number {
  return layer.kind === 'depthwise' ? fanIn(layer) * layer.outputs : fanIn(layer);
}

function countInput(
  kernels: Kernels,
  layer: LayerShape,
  counts: LineCounts,
  input: LayerInput,
  lanes: number,
  sent: Transmission,
): void {
  if (layer.kind !== 'dense') {
    countWindows(counts, layer, input, lanes, sent);
    return;
  }
  const mark = kernels.arena.mark();
  const values = unfolded(kernels, layer, input);
  if (values.kind === 'bits') countBits(kernels, counts, values, lanes);
  else countValues(counts, values, lanes, sent);
  kernels.arena.release(mark);
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

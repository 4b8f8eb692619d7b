import { layerDots, layerSigns, unfolded } from '@bitfront/inference';
import type { BitMatrix, I32Matrix, Kernels } from '@bitfront/kernels';
import type { DenseStep } from './move-dense.ts';

/** A hidden dense layer whose margins are kept, at a new level. */
export interface MarginStep extends DenseStep {
  readonly thresholds: I32Matrix;
  readonly margins: BitMatrix;
  readonly signs: BitMatrix;
  readonly changedNow: BitMatrix;
  readonly fresh: BitMatrix;
}

/** Brings margins and outputs of a layer up to date; returns how many outputs changed. */
export function moveMarginLayer(kernels: Kernels, step: MarginStep): number {
  const { layer, weights, thresholds, memory, margins, input, none, flips, signs, fresh } = step;
  const outputs = { signs, changed: step.changedNow };
  const followed = pays(kernels, step);
  if (memory.marginsHold && followed && !step.anew) {
    const { changed, before } = step;
    const changes =
      changed === undefined || before === undefined || step.changedCount === 0
        ? {}
        : {
            changes: { where: unfolded(kernels, layer, { ...input, values: changed }) as BitMatrix, before },
          };
    const seen = unfolded(kernels, layer, input) as BitMatrix;
    return kernels.moveMargins({ margins, flips, input: seen, ...changes, all: false, ...outputs });
  }
  memory.marginsHold = step.anew || followed;
  if (!memory.marginsHold) {
    layerSigns(kernels, layer, weights, input, thresholds, fresh);
    return kernels.replaceBits(signs, fresh, step.changedNow);
  }
  const seen = unfolded(kernels, layer, input) as BitMatrix;
  const dots = layerDots(kernels, layer, weights, { ...input, values: seen }, step.scratch.dots);
  kernels.sliceMargins(dots, layer.inputs, thresholds, margins);
  return kernels.moveMargins({ margins, flips: none, input: seen, all: true, ...outputs });
}

/** Whether moving takes less time than computing anew, in units of one weight and lane of a product in WebAssembly. */
function pays({ processor }: Kernels, { layer, flipCount, changedCount, input }: MarginStep): boolean {
  const { inputs, outputs } = layer;
  const { product, tables, change, margin, sums } = costs;
  const each = margin + (changedCount > 0 ? sums : 0);
  const moving = change * (flipCount + (changedCount * outputs) / input.lanes) + each * outputs;
  return moving < product[processor === 'wasm' ? 'wasm' : 'native'] * (outputs + tables) * inputs;
}

/** As measured on one machine, for layers of 1024 neurons; they decide about time only. */
const costs = {
  /** Building the tables of a product takes as long as so many neurons. */
  product: { wasm: 1, native: 0.7 },
  tables: 48,
  /** Per flipped weight and lane, and per changed input of one lane and neuron that it reaches. */
  change: 8,
  /** Per neuron and lane: adding to the margins, and bringing sums over changes from images to neurons. */
  margin: 100,
  sums: 200,
} as const;

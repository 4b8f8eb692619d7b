import type { FilledInput } from '@bitfront/evaluation';
import type { LayerShape } from '@bitfront/core';
import type { BitMatrix, I16Matrix, I32Matrix, WeightFlips } from '@bitfront/kernels';
import type { LayerMemory } from './layer-memory.ts';
import { moveConvolution } from './move-convolution.ts';
import { moveDense } from './move-dense.ts';
import type { BlockState, RepeatState } from './repeat-state.ts';

/** What a new level means for the weights of every layer. */
export interface LevelStep {
  /** Nothing that is remembered holds. */
  readonly anew: boolean;
  readonly layers: readonly LayerFlips[];
}

export interface LayerFlips {
  readonly count: number;
  readonly flips: WeightFlips;
  /** The same shape without flips. */
  readonly none: WeightFlips;
  /** Neurons that have some. */
  readonly neurons: readonly number[];
}

export interface MovedBlock {
  /** What each layer reads. */
  readonly inputs: readonly FilledInput[];
  /** Dots of the last layer, unless nothing of them changed. */
  readonly dots?: I16Matrix | I32Matrix;
}

/** Brings a block up to date, layer by layer; layers whose weights and inputs stayed are left alone. */
export function moveBlock(state: RepeatState, block: BlockState, level: LevelStep): MovedBlock {
  const { layers } = state.loaded;
  const inputs: FilledInput[] = [];
  let input = block.input;
  let changed: BitMatrix | undefined;
  let changedCount = 0;
  let moved = false;
  for (const index of layers.keys()) {
    inputs.push(input);
    moved = level.anew || changedCount > 0 || (level.layers[index] as LayerFlips).count > 0;
    changedCount = moved ? moveLayer(state, block, level, { index, input, changed, changedCount }) : 0;
    changed = state.scratch.get(block.lanes)?.[index]?.changed;
    const { signs } = block.layers[index] ?? {};
    if (signs !== undefined) input = { values: signs, scale: 1, lanes: block.lanes };
  }
  const dots = block.layers.at(-1)?.dots;
  return moved && dots !== undefined ? { inputs, dots } : { inputs };
}

interface Below {
  readonly index: number;
  readonly input: FilledInput;
  readonly changed: BitMatrix | undefined;
  readonly changedCount: number;
}

function moveLayer(
  { loaded, scratch, weightsBefore }: RepeatState,
  block: BlockState,
  { anew, layers }: LevelStep,
  { index, input, changed, changedCount }: Below,
): number {
  const { kernels } = loaded;
  const layer = loaded.layers[index] as LayerShape;
  const step = {
    weights: loaded.weights[index] as BitMatrix,
    memory: block.layers[index] as LayerMemory,
    scratch: scratch.get(block.lanes)?.[index] ?? {},
    input,
  };
  const { flips, none, count, neurons } = layers[index] as LayerFlips;
  const thresholds = loaded.thresholds[index];
  if (layer.kind === 'dense')
    return moveDense(kernels, {
      ...step,
      layer,
      thresholds,
      before: weightsBefore[index],
      flips,
      none,
      flipCount: count,
      changed,
      changedCount,
      anew,
    });
  if (thresholds === undefined) return 0;
  return moveConvolution(kernels, {
    ...step,
    layer,
    thresholds,
    flipped: neurons,
    all: anew || changedCount > 0,
  });
}

import { type ActivityMeter, classesOf, wrongImages } from '@bitfront/evaluation';
import type { FlipProbabilities, StageContext } from '@bitfront/core';
import type { BitMatrix } from '@bitfront/kernels';
import type { EvaluationInput } from '../evaluation-input.ts';
import { drawsOf, type FaultModel } from '../faults/fault-model.ts';
import { togglesTo } from '../faults/weight-toggles.ts';
import { loadWeights } from '../network/loaded-network.ts';
import { moveBlock } from './move-block.ts';
import { drawsUpTo, moveWeights } from './move-weights.ts';
import type { RepeatState } from './repeat-state.ts';

export interface MoveOptions {
  readonly context: Pick<StageContext, 'signal' | 'random'>;
  readonly repeat: number;
  readonly onImages: (count: number) => void;
  readonly meter?: ActivityMeter;
}

/** The images of each split that are put into a wrong class at the level of faults that the input asks for. */
export function moveRepeat(
  state: RepeatState,
  { dataset, network }: Pick<EvaluationInput, 'dataset' | 'network'>,
  faults: FaultModel,
  { context, repeat, onImages, meter }: MoveOptions,
): Record<'test' | 'validation', number> {
  const { loaded, blocks } = state;
  const { kernels } = loaded;
  const { holds } = state;
  state.holds = false;
  kernels.arena.release(state.room.end);
  if (!holds) loadWeights(loaded, network.weights);
  const toggles = network.weights.map((stored, layer) => {
    const own = faults.layers[layer] as FlipProbabilities;
    const random = context.random('faults', drawsOf(faults, repeat), layer);
    const draws = drawsUpTo(state, layer, stored, random, own);
    return togglesTo(stored, draws, own, loaded.weights[layer] as BitMatrix);
  });
  const level = moveWeights(state, toggles, !holds);
  if (meter !== undefined) {
    meter.readWeights(kernels, loaded.weights);
    if (state.firstLines !== undefined) meter.knowFirstLines(state.firstLines);
  }
  const wrong = { test: 0, validation: 0 };
  let before = 0;
  for (const split of ['test', 'validation'] as const) {
    for (const block of blocks[split]) {
      context.signal.throwIfAborted();
      const { inputs, dots } = moveBlock(state, block, level);
      if (split === 'test') meter?.readBlock(kernels, inputs, block.images * state.scoring.lanesPerImage);
      if (dots !== undefined)
        block.wrong = wrongImages(classesOf(state.scoring, dots, block.images), dataset[split], block.from);
      wrong[split] += block.wrong;
      onImages(before + block.from + block.images);
    }
    before += dataset[split].count;
  }
  kernels.arena.release(state.room.end);
  if (meter !== undefined) state.firstLines = meter.firstLines;
  state.holds = true;
  return wrong;
}

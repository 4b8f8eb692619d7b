import {
  blocksOf,
  fillBlock,
  type FilledInput,
  type ImageBlock,
  type LineCounts,
  openFeeder,
  type Scoring,
} from '@bitfront/evaluation';
import { inputFeatures } from '@bitfront/bits';
import type { LayerShape, StageContext } from '@bitfront/core';
import { type ArenaMark, type BitMatrix, createKernels, type KernelModule } from '@bitfront/kernels';
import type { EvaluationInput } from '../evaluation-input.ts';
import type { FaultDraws } from '../faults/fault-draws.ts';
import { type LoadedNetwork, loadNetwork } from '../network/loaded-network.ts';
import {
  copyLayer,
  followsChanges,
  type LayerMemory,
  type LayerScratch,
  openLayer,
  openScratch,
} from './layer-memory.ts';

/** One repeat of an evaluation as it stands after its last level of faults, with what all levels share: its inputs. */
export interface RepeatState {
  readonly loaded: LoadedNetwork;
  readonly scoring: Scoring;
  readonly blocks: Readonly<Record<'test' | 'validation', readonly BlockState[]>>;
  /** By lanes of a block. */
  readonly scratch: ReadonlyMap<number, readonly LayerScratch[]>;
  /** Weights of the last level, input by input, of layers whose changed inputs are followed. */
  readonly weightsBefore: readonly (BitMatrix | undefined)[];
  readonly draws: (FaultDraws | undefined)[];
  /** Whether all of it is of one level; not while it is moved, so that a call that breaks off leaves no mixture. */
  holds: boolean;
  /** Behind it the arena is free between calls, also after one that broke off; one arena for all that share inputs. */
  readonly room: { end: ArenaMark };
  firstLines: LineCounts | undefined;
}

export interface BlockState extends ImageBlock {
  readonly input: FilledInput;
  readonly layers: readonly LayerMemory[];
  /** Images put into a wrong class. */
  wrong: number;
}

/**
 * Takes memory for a repeat and draws its inputs; nothing is evaluated yet. A repeat with the same inputs may serve as
 * `template`: both then share arena, inputs and scratch, and where the template holds, the state is that one's, and only
 * the faults are still other ones.
 */
export function openRepeat(
  { dataset, encoding, network }: EvaluationInput,
  repeat: number,
  module: KernelModule,
  { random, signal }: Pick<StageContext, 'random' | 'signal'>,
  template?: RepeatState,
): RepeatState {
  const kernels = template?.loaded.kernels ?? createKernels({ module });
  if (template !== undefined) kernels.arena.release(template.room.end);
  const { inference } = encoding;
  const { layers } = network.architecture;
  const loaded = loadNetwork(kernels, network, inference);
  const scratch = new Map(template?.scratch);
  const open = (split: 'test' | 'validation') => {
    const stream = (draw: number) => random('input', repeat, split, draw);
    const feeder = openFeeder(inference, dataset.description.maxValue, stream);
    const { lanesPerImage, vote } = feeder;
    const features = inputFeatures(layers[0] as LayerShape);
    const blocks = blocksOf(layers, dataset[split].count, lanesPerImage).map((block, at) => {
      signal.throwIfAborted();
      const known = template?.blocks[split][at];
      const input = known?.input ?? fillBlock(kernels, feeder, dataset[split], { ...block, features });
      const memory = layers.map((_, index) => openLayer(kernels, layers, index, input.scale, block.lanes));
      if (!scratch.has(block.lanes)) {
        const each = layers.map((_, index) => openScratch(kernels, layers, index, input.scale, block.lanes));
        scratch.set(block.lanes, each);
      }
      return { ...block, input, layers: memory, wrong: 0 };
    });
    const pixels = feeder.kind === 'bits' ? undefined : feeder.record?.()?.lines;
    return { blocks, lanesPerImage, vote, pixels };
  };
  const [test, validation] = [open('test'), open('validation')];
  const { lanesPerImage, vote } = test;
  const weightsBefore = layers.map((layer, index) =>
    layer.kind === 'dense' && followsChanges(layers, index)
      ? kernels.arena.bits(layer.inputs, layer.outputs)
      : undefined,
  );
  const room = template?.room ?? { end: kernels.arena.mark() };
  room.end = kernels.arena.mark();
  const state: RepeatState = {
    loaded,
    scoring: { ...loaded, lanesPerImage, vote },
    blocks: { test: test.blocks, validation: validation.blocks },
    scratch,
    weightsBefore,
    draws: layers.map(() => undefined),
    holds: false,
    room,
    firstLines: layers[0]?.kind === 'dense' ? test.pixels : undefined,
  };
  if (template?.holds === true) copyState(template, state);
  return state;
}

/** What was evaluated, of a state with matrices of the same shapes. */
function copyState(from: RepeatState, to: RepeatState): void {
  for (const [layer, weights] of from.loaded.weights.entries())
    to.loaded.weights[layer]?.view.set(weights.view);
  for (const split of ['test', 'validation'] as const)
    for (const [at, block] of from.blocks[split].entries()) {
      const copy = to.blocks[split][at] as BlockState;
      copy.wrong = block.wrong;
      for (const [index, memory] of block.layers.entries())
        copyLayer(memory, copy.layers[index] as LayerMemory);
    }
  to.holds = true;
}

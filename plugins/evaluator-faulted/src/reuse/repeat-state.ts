import { inputFeatures } from '@bitfront/bits';
import type { FlipProbabilities, LayerShape, StageContext } from '@bitfront/core';
import type { LayerInput } from '@bitfront/inference';
import { type ArenaMark, type BitMatrix, createKernels, type KernelModule } from '@bitfront/kernels';
import type { LineCounts } from '../activity/line-counts.ts';
import type { EvaluationInput } from '../evaluation-input.ts';
import type { FaultDraws } from '../faults/fault-draws.ts';
import { fillBlock } from '../input/fill-block.ts';
import { openFeeder } from '../input/open-feeder.ts';
import { blocksOf, type ImageBlock } from '../network/blocks-of.ts';
import type { Scoring } from '../network/classes-of.ts';
import { type LoadedNetwork, loadNetwork } from '../network/loaded-network.ts';
import {
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
  /** The level that everything below is at; none while it is moved, so that a call that breaks off leaves no mixture. */
  level: FlipProbabilities | undefined;
  /** Behind it the arena is free between calls, also after one that broke off. */
  readonly end: ArenaMark;
  firstLines: LineCounts | undefined;
}

export interface BlockState extends ImageBlock {
  readonly input: LayerInput;
  readonly layers: readonly LayerMemory[];
  /** Images put into a wrong class. */
  wrong: number;
}

/** Takes memory for a repeat and draws its inputs; nothing is evaluated yet. */
export function openRepeat(
  { dataset, encoding, network }: EvaluationInput,
  repeat: number,
  module: KernelModule,
  { random, signal }: Pick<StageContext, 'random' | 'signal'>,
): RepeatState {
  const kernels = createKernels({ module });
  const { inference } = encoding;
  const { layers } = network.architecture;
  const loaded = loadNetwork(kernels, network, inference);
  const scratch = new Map<number, readonly LayerScratch[]>();
  const open = (split: 'test' | 'validation') => {
    const stream = (draw: number) => random('input', repeat, split, draw);
    const feeder = openFeeder(inference, dataset.description.maxValue, stream);
    const { lanesPerImage, vote } = feeder;
    const features = inputFeatures(layers[0] as LayerShape);
    const blocks = blocksOf(layers, dataset[split].count, lanesPerImage).map((block) => {
      signal.throwIfAborted();
      const input = fillBlock(kernels, feeder, dataset[split], { ...block, features });
      const memory = layers.map((_, index) => openLayer(kernels, layers, index, input.scale, block.lanes));
      if (!scratch.has(block.lanes)) {
        const each = layers.map((_, index) => openScratch(kernels, layers, index, block.lanes));
        scratch.set(block.lanes, each);
      }
      return { ...block, input, layers: memory, wrong: 0 };
    });
    return { blocks, lanesPerImage, vote };
  };
  const [test, validation] = [open('test'), open('validation')];
  const { lanesPerImage, vote } = test;
  const weightsBefore = layers.map((layer, index) =>
    followsChanges(layer, index) ? kernels.arena.bits(layer.inputs, layer.outputs) : undefined,
  );
  return {
    loaded,
    scoring: { ...loaded, lanesPerImage, vote },
    blocks: { test: test.blocks, validation: validation.blocks },
    scratch,
    weightsBefore,
    draws: layers.map(() => undefined),
    level: undefined,
    end: kernels.arena.mark(),
    firstLines: undefined,
  };
}

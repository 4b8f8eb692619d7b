import type { InferenceView, Network, StageContext } from '@bitfront/core';
import { inputScale } from '@bitfront/evaluation';
import type { Kernels } from '@bitfront/kernels';
import { knownConductance, neuronsTogether } from '../check-mapping.ts';
import type { EvaluationInput } from '../evaluation-input.ts';
import type { ReadSettings } from '../read-settings.ts';
import { type ProgrammedLayer, programLayer } from './programmed-layer.ts';

/** A network on one programmed chip. */
export interface Chip {
  readonly kernels: Kernels;
  readonly network: Pick<Network, 'architecture' | 'thresholds' | 'output'>;
  readonly inference: InferenceView;
  readonly layers: readonly ProgrammedLayer[];
  readonly read: ReadSettings;
  /** D = dot · scale at layer 1. */
  readonly firstScale: number;
  /** Draws of an image that layer 1 sees one by one and sums. */
  readonly summedDraws: number;
}

/** Programs all layers anew. */
export function programChip(
  kernels: Kernels,
  input: EvaluationInput,
  read: ReadSettings,
  { random, signal }: Pick<StageContext, 'random' | 'signal'>,
  repeat: number,
): Chip {
  const { network, mapping, encoding } = input;
  const { inference } = encoding;
  const places = {
    pairs: mapping.pairs,
    neuronsTogether: neuronsTogether(mapping),
    lines: read.lines,
    conductance: knownConductance(input),
  };
  const layers = network.architecture.layers.map((layer, index) => {
    const draws = (polarity: string) => ({
      spread: random('conductance', repeat, index, polarity),
      stuck: random('stuck', repeat, index, polarity),
    });
    return programLayer(kernels, layer, {
      bits: network.weights[index] as EvaluationInput['network']['weights'][number],
      sums: (mapping.layers[index] as EvaluationInput['mapping']['layers'][number]).sums,
      places,
      read,
      draws: { plus: draws('plus'), minus: draws('minus') },
      signal,
    });
  });
  return {
    kernels,
    network,
    inference,
    layers,
    read,
    firstScale: inputScale(inference),
    summedDraws: drawsSummed(inference),
  };
}

function drawsSummed(inference: InferenceView): number {
  return inference.kind === 'stochastic' && inference.accumulation === 'first-layer'
    ? inference.presentations
    : 1;
}

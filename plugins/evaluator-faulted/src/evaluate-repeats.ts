import { ActivityMeter, openFeeder } from '@bitfront/evaluation';
import type { Activity, StageContext } from '@bitfront/core';
import { createKernels } from '@bitfront/kernels';
import type { EvaluationInput } from './evaluation-input.ts';
import { drawsOf, type FaultModel } from './faults/fault-model.ts';
import { flipBits } from './faults/flip-bits.ts';
import { openImageFaults } from './faults/image-faults.ts';
import { errorsOfSplit } from './network/errors-of-split.ts';
import { type LoadedNetwork, loadNetwork, loadWeights } from './network/loaded-network.ts';
import { moveRepeat } from './reuse/move-repeat.ts';
import type { Reuse } from './reuse/open-reuse.ts';

export interface Repeats {
  /** Error rate of each repeat. */
  readonly test: Float64Array;
  readonly validation: Float64Array;
  readonly activity: Activity;
}

/**
 * Evaluates the network `repeats` times; activity is measured on the test images of the first repeat. Repeats of which
 * a state is kept are moved from its level to the one asked for, the others evaluated in full: the results are equal.
 */
export function evaluateRepeats(
  input: EvaluationInput,
  faults: FaultModel,
  repeats: number,
  context: StageContext,
  reuse: Reuse,
): Repeats {
  const { dataset, encoding, network } = input;
  const rates = { test: new Float64Array(repeats), validation: new Float64Array(repeats) };
  const meter = new ActivityMeter(network.architecture, encoding.inference);
  const imagesPerRepeat = dataset.test.count + dataset.validation.count;
  let loaded: LoadedNetwork | undefined;
  for (let repeat = 0; repeat < repeats; repeat++) {
    const options: RepeatOptions = {
      context,
      repeat,
      onImages: (count) => context.progress((repeat * imagesPerRepeat + count) / (repeats * imagesPerRepeat)),
      ...(repeat === 0 ? { meter } : {}),
    };
    const state = reuse.stateOf(repeat);
    if (state === undefined) loaded ??= loadNetwork(createKernels(), network, encoding.inference);
    const wrong =
      state === undefined
        ? evaluateRepeat(loaded as LoadedNetwork, input, faults, options)
        : moveRepeat(state, input, faults, options);
    rates.test[repeat] = wrong.test / dataset.test.count;
    rates.validation[repeat] = wrong.validation / dataset.validation.count;
  }
  return { ...rates, activity: meter.activity() };
}

interface RepeatOptions {
  readonly context: StageContext;
  readonly repeat: number;
  readonly onImages: (count: number) => void;
  readonly meter?: ActivityMeter;
}

function evaluateRepeat(
  loaded: LoadedNetwork,
  { dataset, encoding, network }: EvaluationInput,
  faults: FaultModel,
  { context, repeat, onImages, meter }: RepeatOptions,
): Record<'test' | 'validation', number> {
  const { signal, random } = context;
  const imageByImage = faults.redraw === 'inference';
  const draws = drawsOf(faults, repeat);
  const weights = network.weights.map((bits, layer) => {
    const own = faults.layers[layer];
    return imageByImage || own === undefined ? bits : flipBits(bits, own, random('faults', draws, layer));
  });
  loadWeights(loaded, weights);
  if (!imageByImage) meter?.readWeights(loaded.kernels, loaded.weights);
  const { maxValue } = dataset.description;
  const errors = (split: 'test' | 'validation', before: number, counter?: ActivityMeter) => {
    const feeder = openFeeder(encoding.inference, maxValue, (draw) => random('input', repeat, split, draw));
    return errorsOfSplit(loaded, feeder, dataset[split], {
      signal,
      onImages: (count) => onImages(before + count),
      ...(counter && { meter: counter }),
      ...(imageByImage && {
        imageFaults: openImageFaults(loaded, network.weights, faults, {
          random: (layer, image) => random('faults', repeat, layer, split, image),
          ...(counter && { meter: counter }),
        }),
      }),
    });
  };
  const test = errors('test', 0, meter);
  return { test, validation: errors('validation', dataset.test.count) };
}

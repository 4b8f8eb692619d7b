import type { Activity, StageContext } from '@bitfront/core';
import type { Kernels } from '@bitfront/kernels';
import { ActivityMeter } from './activity/activity-meter.ts';
import type { EvaluationInput } from './evaluation-input.ts';
import { flipBits } from './flip-bits.ts';
import { openFeeder } from './input/open-feeder.ts';
import { errorsOfSplit } from './network/errors-of-split.ts';
import { loadNetwork, loadWeights } from './network/loaded-network.ts';

export interface Repeats {
  /** Error rate of each repeat. */
  readonly test: Float64Array;
  readonly validation: Float64Array;
  readonly activity: Activity;
}

/** Evaluates the network `repeats` times; activity is measured on the test images of the first repeat. */
export function evaluateRepeats(
  kernels: Kernels,
  input: EvaluationInput,
  repeats: number,
  context: StageContext,
): Repeats {
  const { dataset, encoding, network, memory } = input;
  const { inference } = encoding;
  const { maxValue } = dataset.description;
  const rates = { test: new Float64Array(repeats), validation: new Float64Array(repeats) };
  const meter = new ActivityMeter(network.architecture, inference);
  const imagesPerRepeat = dataset.test.count + dataset.validation.count;
  const loaded = loadNetwork(kernels, network, inference);
  for (let repeat = 0; repeat < repeats; repeat++) {
    const weights = network.weights.map((bits, layer) =>
      flipBits(bits, memory.faults, context.random('faults', repeat, layer)),
    );
    loadWeights(loaded, weights);
    if (repeat === 0) meter.readWeights(weights);
    let before = repeat * imagesPerRepeat;
    for (const split of ['test', 'validation'] as const) {
      const examples = dataset[split];
      const feeder = openFeeder(inference, maxValue, (draw) => context.random('input', repeat, split, draw));
      const wrong = errorsOfSplit(loaded, feeder, examples, {
        signal: context.signal,
        onImages: (count) => context.progress((before + count) / (repeats * imagesPerRepeat)),
        ...(repeat === 0 && split === 'test' ? { meter } : {}),
      });
      rates[split][repeat] = wrong / examples.count;
      before += examples.count;
    }
  }
  return { ...rates, activity: meter.activity() };
}

import type { Activity, StageContext } from '@bitfront/core';
import { ActivityMeter, openFeeder } from '@bitfront/evaluation';
import { loadSigns } from '@bitfront/inference';
import { createKernels } from '@bitfront/kernels';
import type { EvaluationInput } from './evaluation-input.ts';
import { programChip } from './network/chip.ts';
import { errorsOfSplit, seenDrawByDraw } from './network/errors-of-split.ts';
import type { ReadSettings } from './read-settings.ts';

export interface Repeats {
  /** Error rate of each repeat. */
  readonly test: Float64Array;
  readonly validation: Float64Array;
  readonly activity: Activity;
  /** Levels that the converters lack to tell all ideal sums apart, at the layer that lacks most. */
  readonly levelsLost: number;
}

/** Programs a chip `repeats` times and runs all images on it; activity is measured on the test images of the first. */
export function evaluateRepeats(
  input: EvaluationInput,
  read: ReadSettings,
  repeats: number,
  context: StageContext,
): Repeats {
  const { dataset, encoding, network } = input;
  const { signal, random, progress } = context;
  const kernels = createKernels();
  const rates = { test: new Float64Array(repeats), validation: new Float64Array(repeats) };
  const meter = new ActivityMeter(network.architecture, encoding.inference);
  const start = kernels.arena.mark();
  meter.readWeights(
    kernels,
    network.weights.map((bits) => loadSigns(kernels, bits)),
  );
  kernels.arena.release(start);
  const imagesPerRepeat = dataset.test.count + dataset.validation.count;
  let levelsLost = 0;
  for (let repeat = 0; repeat < repeats; repeat++) {
    const mark = kernels.arena.mark();
    const chip = programChip(kernels, input, read, context, repeat);
    levelsLost = Math.max(
      ...chip.layers.flatMap(({ reads }) => reads.map(({ converter }) => converter.levelsLost)),
    );
    for (const [split, before] of [
      ['test', 0],
      ['validation', dataset.test.count],
    ] as const) {
      const feeder = openFeeder(seenDrawByDraw(encoding.inference), dataset.description.maxValue, (draw) =>
        random('input', repeat, split, draw),
      );
      const wrong = errorsOfSplit(chip, feeder, dataset[split], {
        signal,
        onImages: (count) =>
          progress((repeat * imagesPerRepeat + before + count) / (repeats * imagesPerRepeat)),
        ...(repeat === 0 && split === 'test' && { meter }),
      });
      rates[split][repeat] = wrong / dataset[split].count;
    }
    kernels.arena.release(mark);
  }
  return { ...rates, activity: meter.activity(), levelsLost };
}

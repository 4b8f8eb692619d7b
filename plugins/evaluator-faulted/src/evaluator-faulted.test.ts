import { fillBlock, openFeeder } from '@bitfront/evaluation';
import { fixedPointValues, layerDots } from '@bitfront/bits';
import { createKernels } from '@bitfront/kernels';
import { randomStream } from '@bitfront/math';
import { describeStage } from '@bitfront/testkit';
import { describe, expect, it } from 'vitest';
import stage from './evaluator-faulted.ts';
import { loadNetwork, loadWeights } from './network/loaded-network.ts';
import { runLayers } from './network/run-layers.ts';
import {
  convolutional,
  encodings,
  evaluationInput,
  layeredInput,
  none,
  run,
  seed,
  stochastic,
} from './random-input.fixture.ts';
import { referenceClasses, referenceErrorRate } from './slow-inference.fixture.ts';

describeStage(stage, {
  cases: encodings.slice(2, 6).map((inference, index) => ({
    name: `encoding ${index + 1}`,
    parameters: { repeats: 2 },
    inputs: evaluationInput([37, 20, 5], inference, { plusToMinus: 0.02, minusToPlus: 0.05 }),
  })),
});

describe('evaluator-faulted', () => {
  const shapes = [
    [784, 33, 7, 10],
    [30, 65, 3],
    [33, 4],
    [5, 1, 31, 2],
  ];
  const cases = shapes.flatMap((shape) => encodings.map((inference) => ({ shape, inference })));

  it.each(cases)('agrees with slow inference, image by image: $shape, $inference', ({ shape, inference }) => {
    for (const faults of [none, { plusToMinus: 0.1, minusToPlus: 0.3 }]) {
      const input = evaluationInput(shape, inference, faults);
      const { test, repeats } = run(input, 2);
      const expected = [0, 1].map((repeat) => referenceErrorRate(input, repeat));
      expect([...repeats]).toEqual(expected.slice(0, repeats.length));
      expect(test).toBeCloseTo([...repeats].reduce((sum, rate) => sum + rate, 0) / repeats.length, 14);
    }
  });

  it.each(encodings)('computes the integer dot products of layer 1 exactly: %o', (inference) => {
    const { dataset, network } = evaluationInput([41, 3], inference, none);
    const { values, count } = dataset.test;
    const feeder = openFeeder(inference, 255, (draw) => randomStream(seed, 'input', 0, 'test', draw));
    const kernels = createKernels();
    const loaded = loadNetwork(kernels, network, inference);
    loadWeights(loaded, network.weights);
    const lanes = count * feeder.lanesPerImage;
    const input = fillBlock(kernels, feeder, dataset.test, { from: 0, images: count, features: 41, lanes });
    const { dots } = runLayers(loaded, input);
    const seen = (feature: number, lane: number) => {
      const row = input.values.row(feature);
      if (input.values.kind === 'bits') return 2 * (((row[lane >>> 5] ?? 0) >>> (lane & 31)) & 1) - 1;
      return input.values.kind === 'bytes' ? 2 * (row[lane] ?? 0) - input.scale : (row[lane] ?? 0);
    };
    for (let lane = 0; lane < lanes; lane++) {
      const shown =
        inference.kind === 'fixed-point'
          ? fixedPointValues(values.subarray(lane * 41, (lane + 1) * 41), inference.bits).values
          : Array.from({ length: 41 }, (_, feature) => seen(feature, lane));
      const layer = { kind: 'dense', inputs: 41, outputs: 3 } as const;
      const slow = layerDots(layer, network.weights[0]!, shown, feeder.scale);
      expect([0, 1, 2].map((neuron) => dots.row(neuron)[lane])).toEqual([...slow]);
    }
  });

  it.each(encodings)(
    'runs convolutions, pointwise, depthwise and pooled, as the reference does: %o',
    (inference) => {
      for (const layers of convolutional)
        for (const faults of [none, { plusToMinus: 0.1, minusToPlus: 0.3 }]) {
          const input = layeredInput(layers, inference, faults, 9);
          const { repeats } = run(input, 1);
          expect(repeats[0]).toBe(referenceErrorRate(input, 0));
        }
    },
  );

  it('gives one answer for one draw, however it is accumulated', () => {
    const rates = (['first-layer', 'output', 'vote'] as const).map(
      (accumulation) => run(evaluationInput([50, 21, 4], stochastic(1, accumulation), none), 3).repeats,
    );
    expect(rates[1]).toEqual(rates[0]);
    expect(rates[2]).toEqual(rates[0]);
  });

  it('puts the images of a perfect memory into their own classes and those of a random one by chance', () => {
    const input = evaluationInput([64, 40, 4], { kind: 'fixed-point', bits: 8 }, none, 600);
    const labels = Uint8Array.from(referenceClasses(input, 0));
    const learnt = { ...input, dataset: { ...input.dataset, test: { ...input.dataset.test, labels } } };
    expect(run(learnt, 5).test).toBe(0);
    // Every read bit is a fair coin, so the network does not know the image: 4 classes, on average over many networks.
    const coin = run({ ...learnt, memory: { faults: { plusToMinus: 0.5, minusToPlus: 0.5 } } }, 60).repeats;
    const mean = coin.reduce((sum, rate) => sum + rate, 0) / coin.length;
    const spread = Math.sqrt(coin.reduce((sum, rate) => sum + (rate - mean) ** 2, 0) / 59 / 60);
    expect(Math.abs(mean - 0.75)).toBeLessThan(3.3 * spread);
    expect(spread).toBeLessThan(0.05);
  });

  it('evaluates once where nothing is random, and says so', () => {
    const fixed = evaluationInput([20, 9, 3], { kind: 'fixed-point', bits: 4 }, none);
    expect(run(fixed, 5).row).toMatchObject({ repeats: 1, testImages: 40 });
    const drawn = evaluationInput([20, 9, 3], stochastic(2, 'output'), none);
    expect(run(drawn, 5).row).toMatchObject({ repeats: 5 });
  });

  it('adds draws when repeats are added, and shares them between encodings', () => {
    const input = evaluationInput([20, 9, 3], stochastic(5, 'first-layer'), {
      plusToMinus: 0.1,
      minusToPlus: 0.1,
    });
    expect([...run(input, 6).repeats].slice(0, 2)).toEqual([...run(input, 2).repeats]);
    expect(stage.randomness?.from).toEqual(['network.architecture']);
  });

  it('refuses images of another size and empty splits', () => {
    const input = evaluationInput([20, 9, 3], { kind: 'fixed-point', bits: 4 }, none);
    const { dataset } = input;
    const larger = { ...dataset, description: { ...dataset.description, features: 21 } };
    expect(() => run({ ...input, dataset: larger }, 1)).toThrow(/20 inputs.*"random" has 21/);
    const empty = {
      ...dataset,
      validation: { count: 0, values: new Uint8Array(), labels: new Uint8Array() },
    };
    expect(() => run({ ...input, dataset: empty }, 1)).toThrow(
      expect.objectContaining({ code: 'EVALUATION_SPLIT_EMPTY' }),
    );
  });
});

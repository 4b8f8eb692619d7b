import { drawnDots, fixedPointDots, getBit, packSigns } from '@bitfront/bits';
import { createKernels } from '@bitfront/kernels';
import { randomStream } from '@bitfront/math';
import { describeStage } from '@bitfront/testkit';
import { describe, expect, it } from 'vitest';
import stage from './evaluator-faulted.ts';
import { openFeeder } from './input/open-feeder.ts';
import { openBlock, runBlock } from './network/block.ts';
import { loadNetwork, loadWeights } from './network/loaded-network.ts';
import { encodings, evaluationInput, none, run, seed, stochastic } from './random-input.fixture.ts';
import { bitAt, referenceClasses, referenceErrorRate } from './slow-inference.fixture.ts';

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
    const input = evaluationInput([41, 13, 3], inference, none);
    const { values, count } = input.dataset.test;
    const random = (draw: number) => randomStream(seed, 'input', 0, 'test', draw);
    const feeder = openFeeder(inference, 255, random);
    const loaded = loadNetwork(createKernels(), input.network, inference);
    loadWeights(loaded, input.network.weights);
    const block = openBlock(loaded, feeder, count * feeder.rowsPerImage);
    if (feeder.kind === 'integers') feeder.fill(block.integers!, input.dataset.test, 0);
    else feeder.fill(block.bits!, input.dataset.test, 0);
    runBlock(loaded, block);
    const dots = block.dots[0]!;
    const first = input.network.weights[0]!;
    for (let row = 0; row < block.rows; row++) {
      const image = Math.floor(row / feeder.rowsPerImage);
      const raw = values.subarray(image * 41, (image + 1) * 41);
      const read =
        inference.kind === 'fixed-point'
          ? fixedPointDots(first, raw, inference.bits).dots
          : feeder.kind === 'bits'
            ? drawnDots(
                first,
                packSigns(
                  Array.from({ length: 41 }, (_, c) => 2 * bitAt(block, row, c) - 1),
                  1,
                  41,
                ),
              ).dots
            : Int32Array.from({ length: 13 }, (_, neuron) =>
                Array.from({ length: 41 }, (_, c) => {
                  const entry = block.integers!.view[c * block.integers!.stride + row]!;
                  return getBit(first, neuron, c) === 1 ? entry : -entry;
                }).reduce((sum, term) => sum + term, 0),
              );
      expect(Array.from({ length: 13 }, (_, neuron) => dots.view[neuron * dots.stride + row])).toEqual([
        ...read,
      ]);
    }
  });

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

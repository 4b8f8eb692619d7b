import { createKernels } from '@bitfront/kernels';
import { expect, test } from 'vitest';
import { makeTrainee } from '../steps/trainee.ts';
import { type BenchNetwork, benchNetworks } from './bench-networks.ts';
import { benchStreams, benchTask } from './bench-task.ts';
import { measureDataParallel } from './measure-data-parallel.ts';
import { measureTraining } from './measure-training.ts';
import { median } from './median.ts';
import { openSteps, phaseNames } from './open-steps.ts';
import { operationsOf, shortened, stepProducts } from './step-products.ts';
import { takeTurns } from './take-turns.ts';

const quick = { rounds: 1, budgetMs: 0 };
const small: BenchNetwork = {
  shape: [2, 8, 8],
  convolutions: '8C3p1-MP2',
  hiddenWidths: [20],
  batchSize: 32,
  view: { kind: 'grey' },
};

test('a step has three products per layer, the first layer two', () => {
  // 8 neurons of fan-in 2·9 at 64 positions of 32 images; then 8·4·4 = 128 inputs to 20 neurons; then 10 classes.
  const products = stepProducts(benchTask(small).layers, 32);
  expect(products.map(({ rows, inner, columns }) => [rows, inner, columns])).toEqual([
    [8, 18, 2048],
    [18, 2048, 8],
    [20, 128, 32],
    [128, 32, 20],
    [128, 20, 32],
    [10, 20, 32],
    [20, 32, 10],
    [20, 10, 32],
  ]);
  expect(operationsOf(products)).toBe(2 * (2 * 8 * 18 * 2048 + 3 * 20 * 128 * 32 + 3 * 10 * 20 * 32));
});

test('a shortened product has fewer images and as much of the work as it says', () => {
  for (const product of stepProducts(benchTask(small).layers, 32)) {
    const { part, share } = shortened(product, 100);
    expect(operationsOf([part])).toBeCloseTo(operationsOf([product]) * share, 6);
    expect(part[part.images]).toBe(Math.min(100, product[product.images]));
  }
});

test('a step is measured by network and backend, with both ratios against the same products', () => {
  const { net } = measureTraining({ net: small }, quick);
  if (net === undefined) throw new TypeError('not measured');
  const { wasm, floatProducts, typescript } = net;
  const work = operationsOf(stepProducts(benchTask(small).layers, 32)) / 1e6;
  for (const measure of [wasm, floatProducts, typescript])
    expect(measure.gfEq * measure.msPerStep).toBeCloseTo(work, 6);
  expect(phaseNames.reduce((sum, name) => sum + wasm.phases[name], 0)).toBeCloseTo(wasm.msPerStep, 6);
  expect(wasm.timesFloatProducts).toBeCloseTo(floatProducts.msPerStep / wasm.msPerStep, 9);
  expect(wasm.timesTypescript).toBeCloseTo(typescript.msPerStep / wasm.msPerStep, 9);
  expect(wasm.msPerStepMedian).toBeGreaterThanOrEqual(wasm.msPerStep);
  expect(wasm.peakMemoryMiB).toBeGreaterThan(0);
}, 60_000);

test('the steps that are timed learn', () => {
  const kernels = createKernels({ backend: 'wasm' });
  const { step } = openSteps(small, kernels);
  const loss = step();
  const after = kernels.arena.usedBytes;
  for (let index = 0; index < 20; index++) step();
  expect(step()).toBeLessThan(0.9 * loss);
  // Nothing is left in the arena by a step, so that any number can be timed.
  expect(kernels.arena.usedBytes).toBe(after);
});

test('data-parallel training is the same on any number of threads', async () => {
  const measure = await measureDataParallel(small, { backend: 'wasm', shards: 2, steps: 2, rounds: 1 });
  expect(measure).toMatchObject({ shards: 2, batchSize: 64, identical: true });
  expect(measure.threads.map(({ threads }) => threads)).toEqual([1, 2]);
  expect(measure.threads[0]?.timesOne).toBe(1);
  const [one, two] = measure.threads;
  expect(two?.timesOne).toBeCloseTo((one?.msPerStep ?? 0) / (two?.msPerStep ?? 1), 9);
}, 60_000);

test('all networks that are measured can be made, and have the sizes of their names', () => {
  const weights = Object.values(benchNetworks).map((network) => {
    const { layers } = benchTask({ ...network, batchSize: 32 });
    return layers.map(({ outputs }) => outputs);
  });
  expect(weights).toEqual([
    [1024, 1024, 10],
    [1024, 1024, 10],
    [32, 32, 64, 64, 128, 128, 512, 10],
    [64, 64, 128, 128, 256, 256, 512, 512, 10],
  ]);
});

test('runs take turns, and the first two rounds do not count', () => {
  let calls = '';
  const run = (name: string) => () => {
    calls += name;
    return calls.length;
  };
  const samples = takeTurns({ a: run('a'), b: run('b') }, { rounds: 3, budgetMs: 0 });
  expect(calls).toBe('ababababab');
  expect(samples).toEqual({ a: [5, 7, 9], b: [6, 8, 10] });
});

test('the median of an odd and of an even number of values', () => {
  expect([median([3, 1, 2]), median([4, 1, 3, 2])]).toEqual([2, 2.5]);
});

test('a trainee takes the kernels it is given', () => {
  const kernels = createKernels({ backend: 'wasm' });
  expect(makeTrainee(benchTask(small), benchStreams, kernels).kernels).toBe(kernels);
});

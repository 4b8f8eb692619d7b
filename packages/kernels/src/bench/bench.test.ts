import { expect, test } from 'vitest';
import { createKernels } from '../create-kernels.ts';
import * as oracle from '../oracle/index.ts';
import { bestTimes } from './best-times.ts';
import { benchNetwork, measureInference } from './measure-inference.ts';
import { measureKernels } from './measure-kernels.ts';
import { randomMatrices } from './random-matrices.ts';

const quick = { rounds: 1, budgetMs: 0 };

test('kernels are measured by shape and backend, with every ratio taken against the same runs', () => {
  const { small } = measureKernels({ small: { k: 64, n: 32, m: 33 } }, quick);
  const { wasm, typescript } = small ?? {};
  expect(wasm?.timesTypescript).toBeCloseTo((wasm?.gfEqForward ?? 0) / (typescript?.gfEqForward ?? 0), 9);
  expect(wasm?.timesTypescriptBits).toBeCloseTo((wasm?.gops ?? 0) / (typescript?.gops ?? 0), 9);
  expect([wasm?.extrapolated, typescript?.extrapolated, typescript?.timesTypescript]).toEqual([
    false,
    true,
    1,
  ]);
  const rates = [wasm?.gfEqForward, wasm?.gfEqInputGradient, wasm?.gfEqWeightGradient].map((x) => x ?? 0);
  const mean = 3 / rates.reduce((sum, rate) => sum + 1 / rate, 0);
  expect(wasm?.gfEq).toBeCloseTo(mean, 9);
  expect((wasm?.msPerStep ?? 0) * mean).toBeCloseTo((6 * 64 * 32 * 33) / 1e6, 9);
  expect(wasm?.peakMemoryMiB).toBeGreaterThan(0);
});

test('inference is measured by shape and backend', () => {
  const shape = { sizes: [20, 40, 3], images: 50, inputBits: 8 } as const;
  const { small } = measureInference({ small: shape }, quick);
  const { wasm, typescript } = small ?? {};
  const work = (2 * (20 * 40 + 40 * 3) * 50) / 1e6;
  for (const measure of [wasm, typescript]) {
    expect((measure?.gops ?? 0) * (measure?.msPerStep ?? 0)).toBeCloseTo(work, 9);
  }
});

test.each([1, 8] as const)(
  'the network that is timed has the classes of the oracle, %i input bits',
  (inputBits) => {
    const sizes = [70, 33, 40, 10];
    const images = 45;
    const kernels = createKernels();
    const { run, classes } = benchNetwork(kernels, { sizes, images, inputBits });
    run();
    // The same draws in the same order: input bytes first, input bits last.
    const random = randomMatrices(createKernels(), 1);
    const grey = inputBits === 8 ? oracle.readInts(random.bytes(70, images)) : undefined;
    const weights = sizes.slice(1).map((n, i) => oracle.readSigns(random.bits(n, sizes[i] ?? 0)));
    let activations =
      grey?.map((x) => 2 * x - 255) ?? Int32Array.from(oracle.readSigns(random.bits(70, images)));
    weights.forEach((signs, i) => {
      const [n, k] = [sizes[i + 1] ?? 0, sizes[i] ?? 0];
      const dots = oracle.productSign(signs, activations, new Int32Array(n * images), [n, k, images]);
      activations = i === 2 ? dots : dots.map((dot) => (dot >= 0 ? 1 : -1));
    });
    const expected = Array.from({ length: images }, (_, image) => {
      const column = Array.from({ length: 10 }, (_, n) => activations[n * images + image] ?? 0);
      return column.indexOf(Math.max(...column));
    });
    expect([...classes.row(0)]).toEqual(expected);
    expect(new Set(expected).size).toBeGreaterThan(3);
  },
);

test('random bits fill words of 32 and leave the padding alone', () => {
  const random = randomMatrices(createKernels(), 3);
  const bits = random.bits(40, 70);
  expect(oracle.dirtyPadding(bits)).toBe(0);
  const positive = oracle.readSigns(bits).filter((sign) => sign > 0).length;
  // 2800 fair bits: within five standard deviations of 26.5.
  expect(Math.abs(positive - 1400)).toBeLessThan(133);
});

test('the first two rounds, in which V8 compiles, do not count', () => {
  const calls: string[] = [];
  const run = (name: string) => () => calls.push(name);
  const times = bestTimes({ a: run('a'), b: run('b') }, { rounds: 3, budgetMs: 0 });
  expect(calls).toEqual(Array(5).fill(['a', 'b']).flat());
  expect(Object.keys(times)).toEqual(['a', 'b']);
});

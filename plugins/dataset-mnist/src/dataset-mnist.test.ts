import { bareServices } from '@bitfront/core';
import { verifyFiles } from '@bitfront/datasets';
import { randomStream } from '@bitfront/math';
import { describeStage } from '@bitfront/testkit';
import { describe, expect, it } from 'vitest';
import { datasetFiles } from './dataset-files.ts';
import mnist from './dataset-mnist.ts';
import { mnistFolder } from './mnist-folder.ts';

const context = {
  random: (...key: readonly (string | number)[]) => randomStream('1', ...key),
  signal: new AbortController().signal,
  progress: () => {},
  host: { dataFolders: [] },
  ...bareServices,
};

describeStage(mnist, { cases: [{ name: 'whole', parameters: {}, inputs: {} }] });

describe('dataset-mnist', () => {
  it('reads 55,000 + 5,000 + 10,000 images of 28 x 28', async () => {
    const { description, train, validation, test } = await mnist.run({}, { validationImages: 5000 }, context);
    expect(description).toEqual({
      name: 'mnist',
      shape: [28, 28],
      features: 784,
      classes: 10,
      maxValue: 255,
    });
    expect([train.count, validation.count, test.count]).toEqual([55_000, 5000, 10_000]);
    expect([train.values.length, test.values.length]).toEqual([55_000 * 784, 10_000 * 784]);
  });

  it('has the published classes: first labels and counts of each digit', async () => {
    const { train, test } = await mnist.run({}, { validationImages: 0 }, context);
    // The first ten training digits and the counts per digit are printed in many introductions to MNIST.
    expect([...train.labels.subarray(0, 10)]).toEqual([5, 0, 4, 1, 9, 2, 1, 3, 1, 4]);
    expect([...test.labels.subarray(0, 5)]).toEqual([7, 2, 1, 0, 4]);
    expect(counts(train.labels)).toEqual([5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949]);
    expect(counts(test.labels)).toEqual([980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009]);
  });

  it('has the published mean and deviation of its pixels, 0.1307 and 0.3081', async () => {
    const { train } = await mnist.run({}, { validationImages: 0 }, context);
    let sum = 0;
    let squares = 0;
    for (const value of train.values) {
      sum += value;
      squares += value * value;
    }
    const mean = sum / train.values.length / 255;
    expect(mean).toBeCloseTo(0.1307, 4);
    expect(Math.sqrt(squares / train.values.length / 255 / 255 - mean * mean)).toBeCloseTo(0.3081, 4);
  });

  it('verifies as sound', () => {
    expect(verifyFiles(datasetFiles, [mnistFolder() ?? '']).map(({ status }) => status)).toEqual(
      Array(4).fill('ok'),
    );
  });
});

function counts(labels: Uint8Array): number[] {
  const table = new Array<number>(10).fill(0);
  for (const label of labels) table[label] = (table[label] ?? 0) + 1;
  return table;
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { bareServices } from '@bitfront/core';
import { verifyFiles } from '@bitfront/datasets';
import { randomStream } from '@bitfront/math';
import { describe, expect, it } from 'vitest';
import { datasetFiles } from './dataset-files.ts';
import fashion from './dataset-fashion-mnist.ts';

const dataFolder = process.env.BITFRONT_DATA ?? join(import.meta.dirname, '../../../../shared/data');
const folder = join(dataFolder, 'fashion-mnist');
const present = existsSync(folder);
if (!present) process.stderr.write(`Fashion-MNIST tests are skipped: there is no folder ${folder}.\n`);

const context = {
  random: (...key: readonly (string | number)[]) => randomStream('1', ...key),
  signal: new AbortController().signal,
  progress: () => {},
  host: { dataFolders: [dataFolder] },
  ...bareServices,
};

describe.skipIf(!present)('dataset-fashion-mnist', () => {
  it('reads 55,000 + 5,000 + 10,000 images of 28 x 28', async () => {
    const { description, train, validation, test } = await fashion.run(
      {},
      { validationImages: 5000 },
      context,
    );
    expect(description).toEqual({
      name: 'fashion-mnist',
      shape: [28, 28],
      features: 784,
      classes: 10,
      maxValue: 255,
    });
    expect([train.count, validation.count, test.count]).toEqual([55_000, 5000, 10_000]);
  });

  it('has 1,000 test and 6,000 training images of each class, as its paper says', async () => {
    const { train, test } = await fashion.run({}, { validationImages: 0 }, context);
    for (let label = 0; label < 10; label++) {
      expect(train.labels.filter((other) => other === label)).toHaveLength(6000);
      expect(test.labels.filter((other) => other === label)).toHaveLength(1000);
    }
  });

  it('has the sum of 4p(1 - p) over the pixels that the noise of stochastic inputs follows: 252 on average', async () => {
    const { test } = await fashion.run({}, { validationImages: 0 }, context);
    let sum = 0;
    for (const value of test.values) sum += 4 * (value / 255) * (1 - value / 255);
    expect(Math.round(sum / test.count)).toBe(252);
  });

  it('verifies as sound', () => {
    expect(verifyFiles(datasetFiles, [folder]).map(({ status }) => status)).toEqual(Array(4).fill('ok'));
  });
});

describe('dataset-fashion-mnist without its files', () => {
  it('says how to fetch them', () => {
    const run = () =>
      fashion.run({}, { validationImages: 0 }, { ...context, host: { dataFolders: ['/nowhere'] } });
    const debian = existsSync('/usr/share/datasets/fashion-mnist');
    if (debian) expect(run).not.toThrow();
    else
      expect(run).toThrow(
        /\/nowhere\/fashion-mnist, \/usr\/share.*bitfront dataset fetch fashion-mnist.*BITFRONT_DATA/,
      );
  });
});

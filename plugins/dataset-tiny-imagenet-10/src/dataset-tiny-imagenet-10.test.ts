import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { bareServices, type Dataset, type Examples } from '@bitfront/core';
import { verifyFiles } from '@bitfront/datasets';
import { randomStream } from '@bitfront/math';
import { describeStage } from '@bitfront/testkit';
import { beforeAll, describe, expect, it } from 'vitest';
import { datasetFiles } from './dataset-files.ts';
import tiny from './dataset-tiny-imagenet-10.ts';
import { halvePixels } from './halve-pixels.ts';

const given = (process.env.BITFRONT_DATA ?? '').split(delimiter).filter((folder) => folder !== '');
const shared = join(import.meta.dirname, '../../../../shared/data');
const standard = join(process.env.XDG_DATA_HOME ?? join(homedir(), '.local', 'share'), 'bitfront');
const dataFolders = [...given, shared, standard].filter((folder) => existsSync(folder));
const folders = dataFolders.flatMap((folder) => [join(folder, datasetFiles.name), folder]);
const present = verifyFiles(datasetFiles, folders).every(({ status }) => status === 'ok');
if (!present)
  process.stderr.write(
    `Tiny-ImageNet tests are skipped: ${datasetFiles.name} is in none of ${folders.join(', ')}, or the program xz is missing.\n`,
  );

const context = {
  random: (...key: readonly (string | number)[]) => randomStream('1', ...key),
  signal: new AbortController().signal,
  progress: () => {},
  host: { dataFolders },
  ...bareServices,
};

if (present)
  describeStage(tiny, {
    cases: [{ name: 'halved', parameters: { halve: true }, inputs: {}, host: { dataFolders } }],
  });

describe.skipIf(!present)('dataset-tiny-imagenet-10', () => {
  let dataset: Dataset;
  beforeAll(async () => {
    dataset = await tiny.run({}, { validationImages: 500, halve: false }, context);
  });

  it('reads 4,500 + 500 + 500 images of 3 x 64 x 64, equally many of each class', () => {
    const { description, train, validation, test } = dataset;
    expect(description).toEqual({
      name: 'tiny-imagenet-10',
      shape: [3, 64, 64],
      features: 12_288,
      classes: 10,
      maxValue: 255,
    });
    for (const [{ labels, count }, each] of [
      [train, 450] as const,
      [validation, 50] as const,
      [test, 50] as const,
    ]) {
      expect(count).toBe(10 * each);
      for (let label = 0; label < 10; label++)
        expect(labels.filter((other) => other === label)).toHaveLength(each);
    }
  });

  it('has the pixels that Pillow 12.3 with libjpeg-turbo 3.1.4.1 decodes, all 5,500 images', () => {
    const { train, validation, test } = dataset;
    expect([hashOf(train, validation), hashOf(test)]).toEqual([
      'aea0e9fb118cd78187c9397e93915ca1c34ea1c8f7a29a919646916ccade777a',
      '8f7fcfd227f208bf698a5f2fe0fbe4f048d8e73c5205d4d31469793bff087d3d',
    ]);
  });

  it('has 29 grey pictures, whose colours are equal', () => {
    const grey = [dataset.train, dataset.validation, dataset.test].reduce(
      (sum, part) => sum + greyOnes(part),
      0,
    );
    expect(grey).toBeGreaterThanOrEqual(29);
  });

  it('halves every image, and holds out the same ones', async () => {
    const small = await tiny.run({}, { validationImages: 500, halve: true }, context);
    expect(small.description).toMatchObject({ shape: [3, 32, 32], features: 3072 });
    expect(small.validation.labels).toEqual(dataset.validation.labels);
    const whole = dataset.test.values.subarray(7 * 12_288, 8 * 12_288);
    expect(small.test.values.subarray(7 * 3072, 8 * 3072)).toEqual(halvePixels(whole, 64));
  });
});

describe('dataset-tiny-imagenet-10 without its archive', () => {
  it('says where it is looked for', async () => {
    const nowhere = { ...context, host: { dataFolders: ['/nowhere'] } };
    await expect(async () => tiny.run({}, { validationImages: 0, halve: false }, nowhere)).rejects.toThrow(
      /tiny-imagenet-10\.tar\.xz in: \/nowhere\/tiny-imagenet-10, \/nowhere.*BITFRONT_DATA/,
    );
  });
});

function hashOf(...parts: readonly Examples[]): string {
  const hash = createHash('sha256');
  for (const { values } of parts) hash.update(values);
  return hash.digest('hex');
}

function greyOnes({ values, count }: Examples): number {
  const size = values.length / count / 3;
  return Array.from({ length: count }, (_, index) => {
    const plane = (channel: number) =>
      Buffer.from(values.subarray((3 * index + channel) * size, (3 * index + channel + 1) * size));
    return plane(0).equals(plane(1)) && plane(1).equals(plane(2));
  }).filter(Boolean).length;
}

import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { bareServices, checkParameters, type Dataset, type Examples } from '@bitfront/core';
import { verifyFiles } from '@bitfront/datasets';
import { randomStream } from '@bitfront/math';
import { describeStage } from '@bitfront/testkit';
import { beforeAll, describe, expect, it } from 'vitest';
import ecg from './dataset-ecg-inversion.ts';
import { datasetFiles } from './dataset-files.ts';

const given = (process.env.BITFRONT_DATA ?? '').split(delimiter).filter((folder) => folder !== '');
const shared = join(import.meta.dirname, '../../../../shared/data');
const standard = join(process.env.XDG_DATA_HOME ?? join(homedir(), '.local', 'share'), 'bitfront');
const dataFolders = [...given, shared, standard].filter((folder) => existsSync(folder));
const folders = dataFolders.flatMap((folder) => [join(folder, datasetFiles.name), folder]);
const present = verifyFiles(datasetFiles, folders).every(({ status }) => status === 'ok');
if (!present)
  process.stderr.write(
    `ECG tests are skipped: ${datasetFiles.name} is in none of ${folders.join(', ')}, or the program xz is missing.\n`,
  );

const context = {
  random: (...key: readonly (string | number)[]) => randomStream('1', ...key),
  signal: new AbortController().signal,
  progress: () => {},
  host: { dataFolders },
  ...bareServices,
};
const defaults = checkParameters(ecg.name, ecg.parameters, {});
const small = { leads: ['I', 'V6'] as const, windowMs: 1000, trainingWindows: 1, decimation: 10 };

if (present)
  describeStage(ecg, {
    cases: [{ name: 'two leads', parameters: small, inputs: {}, host: { dataFolders } }],
  });

describe.skipIf(!present)('dataset-ecg-inversion', () => {
  let dataset: Dataset;
  beforeAll(async () => {
    dataset = await ecg.run({}, { ...defaults, trainingWindows: 2 }, context);
  });

  it('has the 773 acceptable records in both versions, two pieces of each for training, 12 leads x 512 samples', () => {
    const { description, train, validation, test } = dataset;
    expect(description).toEqual({
      name: 'ecg-inversion',
      shape: [12, 1, 512],
      features: 6144,
      classes: 2,
      maxValue: 255,
    });
    expect([train.count, validation.count, test.count]).toEqual([2 * 2 * 423, 2 * 150, 2 * 200]);
  });

  it('is exactly balanced in every part', () => {
    for (const { count, labels } of [dataset.train, dataset.validation, dataset.test])
      expect(labels.reduce((sum, label) => sum + label, 0)).toBe(count / 2);
  });

  it('exchanges the arms in the bytes: I turns over, II and III and aVR and aVL change places', () => {
    const { test } = dataset;
    for (const index of [0, 57, 199]) {
      const [normal, swapped] = [leadsOf(test, 2 * index), leadsOf(test, 2 * index + 1)];
      const [one, two, three, right, left, ...rest] = normal;
      expect(swapped).toEqual([one?.map((byte) => 256 - byte), three, two, left, right, ...rest]);
    }
  });

  it('keeps the records of its parts apart: no lead of a test record is found in training', async () => {
    const whole = { ...defaults, leads: ['II'] as const, windowMs: 10_000, trainingWindows: 1 };
    const { train, validation, test } = await ecg.run({}, whole, context);
    const seen = new Set([...rowsOf(train), ...rowsOf(validation)]);
    expect(seen.size).toBe(2 * 573);
    expect(rowsOf(test).filter((row) => seen.has(row))).toEqual([]);
  });

  it('shows upright complexes in lead I of most records as they are: the sign of the cubed deflection', () => {
    // 90.6 % of the 773 records, computed from the samples before any conditioning.
    const { test } = dataset;
    const upright = Array.from({ length: test.count / 2 }, (_, index) => {
      const lead = leadsOf(test, 2 * index)[0] ?? [];
      return lead.reduce((sum, byte) => sum + (byte - 128) * (byte - 128) * (byte - 128), 0) > 0;
    });
    expect(upright.filter(Boolean).length / upright.length).toBeGreaterThan(0.85);
  });
});

describe('dataset-ecg-inversion without its files', () => {
  it('says where they are looked for', () => {
    const nowhere = { ...context, host: { dataFolders: ['/nowhere'] } };
    expect(() => ecg.run({}, defaults, nowhere)).toThrow(
      /records\.csv.*in: \/nowhere\/ecg-challenge-2011-a, \/nowhere.*BITFRONT_DATA/,
    );
  });

  it.each([
    ['testRecords', 0],
    ['validationRecords', 387],
    ['leads', ['V7']],
    ['windowMs', 10_001],
  ])('refuses %s = %s by its name', (name, value) => {
    expect(() => checkParameters(ecg.name, ecg.parameters, { [name]: value })).toThrow(`"${name}"`);
  });
});

function leadsOf({ values }: Examples, index: number): number[][] {
  return Array.from({ length: 12 }, (_, channel) => {
    const from = (12 * index + channel) * 512;
    return [...values.subarray(from, from + 512)];
  });
}

/** Every example as text. */
function rowsOf({ values, count }: Examples): string[] {
  const features = values.length / count;
  return Array.from({ length: count }, (_, index) =>
    Buffer.from(values.subarray(index * features, (index + 1) * features)).toString('latin1'),
  );
}

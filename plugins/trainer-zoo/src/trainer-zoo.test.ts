import { bareServices, contentHash, textHash } from '@bitfront/core';
import synthetic from '@bitfront/dataset-synthetic';
import { randomStream } from '@bitfront/math';
import { describeStage } from '@bitfront/testkit';
import { weightsHash, zooCard } from '@bitfront/zoo';
import { expect, test } from 'vitest';
import trainer from './trainer-zoo.ts';

const network = 'synthetic-toy';
const card = zooCard(network);
const { description, train } = await synthetic.run(
  {},
  card.pipeline.dataset.parameters as Parameters<typeof synthetic.run>[1],
  {
    // The seed that the engine derives from run seed, stream, and the parameters that the stage names.
    random: (...key) => randomStream(textHash('1|dataset-synthetic|"patterns"|10|64'), ...key),
    signal: new AbortController().signal,
    progress: () => {},
    host: { dataFolders: [] },
    ...bareServices,
  },
);

describeStage(trainer, {
  cases: [{ name: 'toy', parameters: { network }, inputs: { dataset: { description, train } } }],
});

const run = (changed: Partial<typeof description>, trainHash = '') =>
  trainer.run(
    { dataset: { description: { ...description, ...changed }, train } },
    { network },
    {
      random: () => expect.fail('nothing is drawn'),
      signal: new AbortController().signal,
      progress: () => {},
      host: { dataFolders: [] },
      ...bareServices,
      inputHash: (kind, part) => (`${kind}.${part}` === 'dataset.train' ? trainHash : expect.fail(part)),
    },
  );

test('brings the network of the card with its log and row', async () => {
  const loaded = await run({}, card.dataset.hashes.train);
  expect(weightsHash(loaded)).toBe(card.weightsSha256);
  expect(loaded.log).toEqual(card.log);
  expect(loaded.row).toMatchObject({ trainedEpochs: 6, binaryWeights: 64 * 48 + 48 * 32 + 32 * 10 });
  expect(Object.keys(loaded.row)).toEqual(Object.keys(trainer.columns));
  expect(loaded.row.trainingValidationErrorRate).toBe(card.log.at(-1)?.validationErrorRate);
});

const refused = (changed: Partial<typeof description>, trainHash?: string) =>
  expect(async () => run(changed, trainHash)).rejects;

test('refuses other shapes, and other training images of the same shape', async () => {
  await refused({ features: 65, shape: [65] }).toThrow(
    /"synthetic-toy" is a network of 64 inputs.*65 features/,
  );
  await refused({ classes: 9 }).toThrow(/10 classes.*9 classes/);
  await refused({ name: 'other' }).toThrow(
    /not trained on the training images that "other".*dataset-synthetic/,
  );
  await refused({}, contentHash('other')).toThrow('not trained on the training images');
  // A dataset under another name with the same training images will do: corrupted test images, say.
  await run({ name: 'other' }, card.dataset.hashes.train);
});

test('refuses another split when the plan is made', () => {
  const dataset = {
    plugin: 'dataset-synthetic',
    capabilities: {},
    parameters: card.pipeline.dataset.parameters,
  };
  expect(trainer.requires?.({ dataset }, { network })).toBeUndefined();
  const split = { ...dataset, parameters: { ...dataset.parameters, validationImages: 100 } };
  expect(trainer.requires?.({ dataset: split }, { network })).toBe(
    '"synthetic-toy" was trained with dataset.validationImages=200.',
  );
  expect(trainer.requires?.({ dataset: { ...split, plugin: 'dataset-mine' } }, { network })).toBeUndefined();
});

test('the fingerprint is a hash of the card', async () => {
  expect(await trainer.fingerprint?.({ network }, { dataFolders: [] })).toMatch(/^[0-9a-f]{64}$/);
});

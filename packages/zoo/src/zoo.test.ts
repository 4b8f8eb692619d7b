import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { foldNetwork } from '@bitfront/bits';
import type { Dataset, Network } from '@bitfront/core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadZooNetwork } from './load-zoo-network.ts';
import { weightsHash } from './weights-hash.ts';
import { zooCard, zooCards, zooFingerprint, zooRecipe } from './zoo-cards.ts';
import { type ZooTraining, zooEntry } from './zoo-entry.ts';
import type { ZooFolders } from './zoo-folders.ts';

const stage = (plugin: string) => ({ plugin, parameters: {} });
const examples = (count: number) => ({
  count,
  values: Uint8Array.from({ length: 3 * count }, (_, index) => index),
  labels: new Uint8Array(count),
});
const dataset: Dataset = {
  description: { name: 'three', shape: [3], features: 3, classes: 2, maxValue: 255 },
  train: examples(4),
  validation: examples(2),
  test: examples(3),
};
const ones = (length: number, value = 1) => new Float32Array(length).fill(value);
const batchNorm = {
  gamma: Float32Array.of(1, -2),
  beta: ones(2),
  mean: ones(2),
  variance: ones(2),
  epsilon: 1e-5,
};
const latent = Float32Array.of(0.5, -0.25, 0, -1, 2, 0.1);
const network: Network = {
  architecture: { classes: 2, layers: [{ kind: 'dense', inputs: 3, outputs: 2 }] },
  ...foldNetwork([{ inputs: 3, outputs: 2, latent, batchNorm }]),
  float: { latent: [latent], batchNorm: [batchNorm] },
  log: [{ epoch: 1, trainLoss: 1.5, trainErrorRate: 0.5, validationErrorRate: 0.25 }],
  row: { trainedEpochs: 1 },
};
const training: ZooTraining = {
  recipe: {
    schemaVersion: 1,
    name: 'small',
    title: 'a small one',
    pipeline: { dataset: stage('d'), encoder: stage('e'), trainer: stage('t'), evaluator: stage('v') },
    seed: 7,
  },
  dataset,
  network,
  evaluation: {
    errorRate: 0.2,
    errorRateLow95: 0.1,
    errorRateHigh95: 0.3,
    testImages: 3,
    validationErrorRate: 0.25,
    repeats: 1,
  },
  trainedWith: { node: '24.0.0', plugins: { t: 1 } },
};

let zoo: ZooFolders;
let files: { readonly card: string; readonly network: string };
beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), 'bitfront-zoo-'));
  zoo = { networks: folder, recipes: join(folder, 'none') };
  files = { card: join(folder, 'small.json'), network: join(folder, 'small.npz') };
  const { cardText, bytes } = zooEntry(training);
  writeFileSync(files.card, cardText);
  writeFileSync(files.network, bytes);
});
afterEach(() => rmSync(zoo.networks, { recursive: true }));

const changeCard = (change: Readonly<Record<string, unknown>>): void => {
  const card = JSON.parse(readFileSync(files.card, 'utf8')) as object;
  writeFileSync(files.card, JSON.stringify({ ...card, ...change }));
};

describe('a zoo', () => {
  it('gives back what was put in, its latent weights as signs', () => {
    const loaded = loadZooNetwork('small', zoo);
    const { float, ...folded } = loaded;
    const { float: given, ...expected } = network;
    expect(folded).toEqual(expected);
    expect(float).toEqual({ ...given, latent: [Float32Array.of(1, -1, 1, -1, 1, 1)] });
  });

  it('has a card that says where the network comes from', () => {
    const { card, bytes } = zooEntry(training);
    expect(zooCard('small', zoo)).toEqual(card);
    expect(zooCards(zoo)).toEqual([card]);
    expect(card).toMatchObject({
      name: 'small',
      seed: 7,
      fileBytes: bytes.length,
      errorRate: 0.2,
      log: network.log,
    });
    expect(card.weightsSha256).toBe(weightsHash(network));
    expect(card.dataset.name).toBe('three');
  });

  it('writes equal trainings as equal bytes', () => {
    expect(zooEntry(training)).toEqual(zooEntry(structuredClone(training)));
  });

  it('writes one line per epoch', () => {
    const log = Array.from({ length: 3 }, (_, index) => ({ ...network.log[0]!, epoch: index + 1 }));
    const { cardText } = zooEntry({ ...training, network: { ...network, log } });
    expect(cardText.split('\n').filter((line) => line.includes('"trainLoss"'))).toHaveLength(3);
    expect(JSON.parse(cardText).log).toEqual(log);
  });

  it('has a fingerprint that changes with the card', () => {
    const before = zooFingerprint('small', zoo);
    changeCard({ fileSha256: '0'.repeat(64) });
    expect(zooFingerprint('small', zoo)).not.toBe(before);
  });

  it('names the valid networks where a name is wrong', () => {
    expect(() => loadZooNetwork('smal', zoo)).toThrow(
      /no network "smal".*are: small\..*Did you mean "small"\?/,
    );
    const withRecipe = { ...zoo, recipes: zoo.networks, networks: zoo.recipes };
    expect(() => zooCard('small', withRecipe)).toThrow(/are: none\..*`bitfront zoo train small --write`/);
    expect(zooRecipe('small', withRecipe)).toMatchObject(training.recipe);
  });
});

describe('a damaged zoo is refused', () => {
  const damage = (file: 'card' | 'network', change: (bytes: Buffer) => Buffer): void =>
    writeFileSync(files[file], change(readFileSync(files[file])));
  const load = () => loadZooNetwork('small', zoo);

  it('at every byte of the network that is changed, and wherever it is cut off', () => {
    const whole = readFileSync(files.network);
    for (let place = 0; place < whole.length; place += 41) {
      writeFileSync(files.network, whole.with(place, (whole[place] ?? 0) ^ 1));
      expect(load).toThrow(/small\.npz of the zoo is damaged: its \d+ bytes have the SHA-256/);
      writeFileSync(files.network, whole.subarray(0, place));
      expect(load).toThrow('damaged');
    }
  });

  it.each<[string, () => void, string]>([
    ['no network', () => rmSync(files.network), 'small.npz of the zoo is damaged: it cannot be read (ENOENT'],
    [
      'half a card',
      () => damage('card', (bytes) => bytes.subarray(0, 99)),
      'small.json of the zoo is damaged',
    ],
    ['no object', () => writeFileSync(files.card, '[]'), 'it is no object'],
    ['a later schema', () => changeCard({ schemaVersion: 2 }), 'its "schemaVersion" is not 1'],
    ['another name', () => changeCard({ name: 'other' }), 'its "name" is "other"'],
    ['no seed', () => changeCard({ seed: undefined }), 'its "seed" is missing or no count'],
    ['an error rate of 2', () => changeCard({ errorRate: 2 }), 'its "errorRate" is missing or no share'],
    ['no dataset', () => changeCard({ dataset: null }), 'its "dataset.name" is missing'],
    [
      'a hash of something else',
      () => changeCard({ weightsSha256: '0'.repeat(64) }),
      'its weights have the hash',
    ],
    ['other layers', () => changeCard({ architecture: { classes: 2, layers: [] } }), 'it has other layers'],
  ])('%s', (_, change, problem) => {
    change();
    expect(load).toThrow(problem);
  });
});

describe('the networks that ship', () => {
  it.each(zooCards().map(({ name }) => name))(
    '%s is what its card says and what its recipe asks for',
    (name) => {
      const card = zooCard(name);
      expect(weightsHash(loadZooNetwork(name))).toBe(card.weightsSha256);
      const { title: _, ...recipe } = zooRecipe(name);
      expect(card).toMatchObject(recipe);
      expect(card.log).toHaveLength(Number(card.row.trainedEpochs));
    },
  );
});

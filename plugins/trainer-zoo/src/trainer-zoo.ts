import { choice, type Column, defineStage } from '@bitfront/core';
import { checkFits } from '@bitfront/network-npz';
import { loadZooNetwork, zooCard, zooFingerprint, zooNames } from '@bitfront/zoo';
import { checkDataset } from './check-dataset.ts';

/** The columns of trainer-bnn, which trained the networks: their values stand on the cards. */
const columns = {
  trainedEpochs: { unit: '1', doc: 'passes over the training examples' },
  binaryWeights: { unit: '1', doc: 'weight bits of all layers' },
  finalTrainErrorRate: { unit: '1', doc: 'errors during the last epoch of training, with its noise' },
  trainingValidationErrorRate: {
    unit: '1',
    doc: 'validation error of the trained network, that of the last epoch, free of device errors',
  },
  bestEpoch: { unit: '1', doc: 'first epoch with the smallest validation error in the log' },
  bestEpochValidationErrorRate: {
    unit: '1',
    doc: 'validation error of that epoch, whose network is not kept; statistics of 2,000 examples',
  },
} as const satisfies Readonly<Record<string, Column>>;

/**
 * A network that was trained before and ships with Bitfront. The training images of the pipeline must be those it was
 * trained on: with another split its validation error would be one of images that it has seen.
 */
export default defineStage({
  name: 'trainer-zoo',
  version: 1,
  doc: 'A trained network of the zoo; nothing is trained',
  needs: { dataset: ['description', 'train'] },
  gives: 'network',
  parameters: {
    network: choice(zooNames(), 'name of the network, as `bitfront zoo list` shows it'),
  },
  columns,
  weight: 'heavy',
  // The file of the zoo is smaller, and is checked whenever it is read.
  stored: false,
  source: {
    cite: 'Bitfront',
    where: 'packages/zoo: the card of the network holds its plan, seed, hashes and training log',
    how: 'derived',
    residual: 'exact: file and weights are checked against their hashes',
  },
  fingerprint: ({ network }) => zooFingerprint(network),
  requires: ({ dataset }, { network }) => {
    const trained = zooCard(network).pipeline.dataset;
    if (dataset === undefined || dataset.plugin !== trained.plugin) return undefined;
    const other = Object.entries(trained.parameters).find(
      ([name, value]) => JSON.stringify(dataset.parameters[name]) !== JSON.stringify(value),
    );
    return other && `"${network}" was trained with dataset.${other[0]}=${JSON.stringify(other[1])}.`;
  },
  run({ dataset }, { network: name }, context) {
    context.signal.throwIfAborted();
    const card = zooCard(name);
    checkFits(name, card.architecture, dataset.description);
    checkDataset(card, dataset.description.name, context.inputHash('dataset', 'train'));
    const network = loadZooNetwork(name);
    const own = Object.entries(network.row).filter(([column]) => Object.hasOwn(columns, column));
    return { ...network, row: Object.fromEntries(own) };
  },
});

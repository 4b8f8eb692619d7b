import { createHash } from 'node:crypto';
import { contentHash, type Dataset, type Network, type Row } from '@bitfront/core';
import { networkToNpz } from '@bitfront/network-npz';
import { cardText } from './card-text.ts';
import { weightsHash } from './weights-hash.ts';
import type { ZooCard } from './zoo-card.ts';
import type { ZooRecipe } from './zoo-recipe.ts';

/** What a training by a recipe gave. */
export interface ZooTraining {
  /** With all parameters, defaults included. */
  readonly recipe: ZooRecipe;
  readonly dataset: Dataset;
  readonly network: Network;
  /** The row of the evaluator. */
  readonly evaluation: Row;
  readonly trainedWith: ZooCard['trainedWith'];
}

/** The two files of a network: its card and its packed weights. Equal trainings give equal bytes. */
export function zooEntry(training: ZooTraining): {
  readonly card: ZooCard;
  readonly cardText: string;
  readonly bytes: Uint8Array;
} {
  const { recipe, dataset, network, evaluation, trainedWith } = training;
  const bytes = networkToNpz(network, { packed: true });
  const share = (column: string): number => Number(evaluation[column]);
  const card: ZooCard = {
    ...recipe,
    dataset: {
      name: dataset.description.name,
      hashes: {
        train: contentHash(dataset.train),
        validation: contentHash(dataset.validation),
        test: contentHash(dataset.test),
      },
    },
    architecture: network.architecture,
    weightsSha256: weightsHash(network),
    fileSha256: createHash('sha256').update(bytes).digest('hex'),
    fileBytes: bytes.length,
    errorRate: share('errorRate'),
    errorRateLow95: share('errorRateLow95'),
    errorRateHigh95: share('errorRateHigh95'),
    testImages: share('testImages'),
    validationErrorRate: share('validationErrorRate'),
    row: network.row,
    log: network.log,
    trainedWith,
  };
  return { card, cardText: cardText(card), bytes };
}

import { bitfrontError } from '@bitfront/errors';
import type { ZooCard } from '@bitfront/zoo';

/**
 * Refuses other training images than those of the card. Without their hash the dataset's name must do.
 * @param trainHash content hash of the training images, or nothing where the host does not know it
 * @throws ZOO_DATASET_DIFFERS
 */
export function checkDataset(
  { name, dataset, pipeline, seed }: ZooCard,
  found: string,
  trainHash: string,
): void {
  const same = trainHash === '' ? found === dataset.name : trainHash === dataset.hashes.train;
  if (same) return;
  const { plugin, parameters } = pipeline.dataset;
  throw bitfrontError('ZOO_DATASET_DIFFERS', {
    name,
    dataset: found,
    plugin,
    parameters: JSON.stringify(parameters),
    seed,
  });
}

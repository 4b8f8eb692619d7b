import { inputFeatures } from '@bitfront/bits';
import type { Architecture, DatasetDescription } from '@bitfront/core';
import { bitfrontError } from '@bitfront/errors';

/**
 * Refuses a network for a dataset of other features, image shape or classes.
 * @param file the network's name for messages
 * @throws NETWORK_SHAPE_MISMATCH
 */
export function checkFits(file: string, architecture: Architecture, dataset: DatasetDescription): void {
  const [first] = architecture.layers;
  const taken = first === undefined ? 0 : inputFeatures(first);
  const sizes = imageOf(dataset.shape);
  const image = first !== undefined && first.kind !== 'dense' ? first.input : undefined;
  const wanted = image && [image.channels, image.height, image.width];
  const sameImage = wanted === undefined || sizes === undefined || wanted.join() === sizes.join();
  const { classes } = architecture;
  if (taken === dataset.features && sameImage && classes === dataset.classes) return;
  throw bitfrontError('NETWORK_SHAPE_MISMATCH', {
    file,
    inputs: wanted?.join(' x ') ?? taken,
    classes,
    dataset: dataset.name,
    features: wanted === undefined ? dataset.features : dataset.shape.join(' x '),
    expectedClasses: dataset.classes,
  });
}

/** Channels, height and width; nothing for examples that are no images. */
function imageOf(shape: readonly number[]): readonly number[] | undefined {
  if (shape.length === 2) return [1, ...shape];
  return shape.length === 3 ? shape : undefined;
}

import type { PublishedFile } from '@bitfront/datasets';
import { bitfrontError } from '@bitfront/errors';
import { npmPackage, officialArchive } from './archives.ts';
import { checkBatch } from './check-batch.ts';
import type { BatchFiles } from './dataset-files.ts';
import { findBatches, firstMissing, withUnpacked } from './find-batches.ts';
import { openBatches } from './open-batches.ts';

export interface CheckedBatch {
  readonly file: PublishedFile;
  /** [count × (1 + features)], the published content. */
  readonly bytes: Uint8Array;
}

/**
 * All batches, one after the other, from the quickest form in the folders.
 * @param remedy what a user can do when a file is missing or damaged
 * @throws DATASET_FILE_MISSING, DATASET_FILE_DAMAGED, DATASET_FORMAT_INVALID, DATASET_MEMBER_MISSING,
 *   DATASET_IMAGE_MISMATCH, DATASET_LABEL_INVALID
 */
export async function* readBatches(
  plugin: string,
  dataset: BatchFiles,
  folders: readonly string[],
  remedy: string,
): AsyncGenerator<CheckedBatch> {
  const place = findBatches(dataset, folders);
  if (place === undefined) {
    const file = firstMissing(dataset, folders);
    const names = [file, officialArchive, npmPackage.tarball];
    const searched = folders.length > 0 ? withUnpacked(folders) : ['no folder at all'];
    throw bitfrontError('DATASET_FILE_MISSING', { plugin, file, names, searched, remedy });
  }
  const read = await openBatches(plugin, dataset, place, remedy);
  for (const file of dataset.files) {
    const found = read(file);
    checkBatch(plugin, dataset, file, found, remedy);
    yield { file, bytes: found.bytes };
  }
}

import { checkContent, type PublishedFile } from '@bitfront/datasets';
import { bitfrontError } from '@bitfront/errors';
import type { BatchFiles } from './dataset-files.ts';
import type { FoundBatch } from './open-batches.ts';

/**
 * Refuses a batch that is not the published one: by its size first, which tells a download that broke off.
 * @throws DATASET_FORMAT_INVALID, DATASET_FILE_DAMAGED, DATASET_LABEL_INVALID
 */
export function checkBatch(
  plugin: string,
  { shape, classes }: BatchFiles,
  file: PublishedFile,
  { bytes, path }: FoundBatch,
  remedy: string,
): void {
  const record = 1 + shape.reduce((product, size) => product * size, 1);
  if (bytes.length !== file.bytes) {
    const reason = `It has ${bytes.length} bytes; ${file.bytes / record} records of ${record} bytes are ${file.bytes}.`;
    throw bitfrontError('DATASET_FORMAT_INVALID', { file: path, format: 'CIFAR-10 batch', reason });
  }
  checkContent(plugin, file, bytes, path, remedy);
  for (let index = 0; index * record < bytes.length; index++) {
    const label = bytes[index * record] ?? 0;
    if (label < classes) continue;
    const fields = { plugin, file: path, index, label, last: classes - 1, classes };
    throw bitfrontError('DATASET_LABEL_INVALID', fields);
  }
}

import { createHash } from 'node:crypto';
import { bitfrontError } from '@bitfront/errors';
import type { PublishedFile } from './dataset-files.ts';

/**
 * Refuses unpacked bytes that are not those of the published file.
 * @param path where they come from, for the message
 * @throws DATASET_FILE_DAMAGED
 */
export function checkContent(
  plugin: string,
  file: PublishedFile,
  bytes: Uint8Array,
  path: string,
  remedy: string,
): void {
  const found = createHash('sha256').update(bytes).digest('hex');
  if (found === file.sha256) return;
  throw bitfrontError('DATASET_FILE_DAMAGED', { plugin, file: path, found, expected: file.sha256, remedy });
}

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { bitfrontError } from '@bitfront/errors';
import { gunzipped } from '@bitfront/idx';
import type { PublishedFile } from './dataset-files.ts';
import { findFile } from './find-file.ts';

/**
 * The unpacked bytes of a published file, checked against its SHA-256.
 * @throws DATASET_FILE_MISSING, DATASET_FILE_DAMAGED, or DATASET_FORMAT_INVALID for a broken gzip stream.
 */
export function readPublishedFile(
  plugin: string,
  folders: readonly string[],
  file: PublishedFile,
  remedy: string,
): Uint8Array {
  const path = findFile(plugin, folders, file.name, remedy);
  const bytes = gunzipped(readFileSync(path), path);
  const found = createHash('sha256').update(bytes).digest('hex');
  if (found === file.sha256) return bytes;
  throw bitfrontError('DATASET_FILE_DAMAGED', { plugin, file: path, found, expected: file.sha256, remedy });
}

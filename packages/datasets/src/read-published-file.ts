import { readFileSync } from 'node:fs';
import { gunzipped } from '@bitfront/idx';
import { checkContent } from './check-content.ts';
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
  checkContent(plugin, file, bytes, path, remedy);
  return bytes;
}

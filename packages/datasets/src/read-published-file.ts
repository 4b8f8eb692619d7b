import { readFileSync } from 'node:fs';
import { gunzipped } from '@bitfront/idx';
import { checkContent } from './check-content.ts';
import type { PublishedFile } from './dataset-files.ts';
import { findFile } from './find-file.ts';
import { xzUnpacked } from './xz-unpacked.ts';

/**
 * The unpacked bytes of a published file, checked against its SHA-256.
 * @throws DATASET_FILE_MISSING, DATASET_FILE_DAMAGED, DATASET_FORMAT_INVALID for a broken gzip stream,
 *   DATASET_UNPACK_FAILED for an xz file
 */
export function readPublishedFile(
  plugin: string,
  folders: readonly string[],
  file: PublishedFile,
  remedy: string,
): Uint8Array {
  const path = publishedPath(plugin, folders, file, remedy);
  const bytes = path.endsWith('.xz')
    ? xzUnpacked(plugin, path, file.bytes)
    : gunzipped(readFileSync(path), path);
  checkContent(plugin, file, bytes, path, remedy);
  return bytes;
}

/** Where a published file lies, plain or packed. @throws DATASET_FILE_MISSING */
export function publishedPath(
  plugin: string,
  folders: readonly string[],
  { name, packed = 'gz' }: PublishedFile,
  remedy: string,
): string {
  return findFile(plugin, folders, name, remedy, ['', `.${packed}`]);
}

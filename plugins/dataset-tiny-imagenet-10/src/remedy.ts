import { type DatasetSource, folderSource } from '@bitfront/datasets';
import { datasetFiles } from './dataset-files.ts';

export const plugin = 'dataset-tiny-imagenet-10';

/** What a user can do when the archive is missing or damaged. */
export const remedy = `Set BITFRONT_DATA to the folder that holds ${datasetFiles.name}/, or run \`bitfront dataset fetch tiny-imagenet-10 --from DIR\`.`;

/** For `bitfront dataset fetch` and `verify`. */
export const datasetSource: DatasetSource = folderSource(plugin, datasetFiles, remedy);

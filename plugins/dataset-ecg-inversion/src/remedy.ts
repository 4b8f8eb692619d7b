import { type DatasetSource, folderSource } from '@bitfront/datasets';
import { datasetFiles } from './dataset-files.ts';

export const plugin = 'dataset-ecg-inversion';

/** What a user can do when a file is missing or damaged. */
export const remedy = `Set BITFRONT_DATA to the folder that holds ${datasetFiles.name}/, or run \`bitfront dataset fetch ecg-inversion --from DIR\`.`;

/** For `bitfront dataset fetch` and `verify`. */
export const datasetSource: DatasetSource = folderSource(plugin, datasetFiles, remedy);

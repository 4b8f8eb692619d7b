export { assembleDataset } from './assemble-dataset.ts';
export { checkContent } from './check-content.ts';
export type { DatasetFiles, PublishedFile } from './dataset-files.ts';
export type { BroughtFile, DatasetSource } from './dataset-source.ts';
export { findFile } from './find-file.ts';
export { type FourFiles, readFourFiles } from './read-four-files.ts';
export { readPublishedFile } from './read-published-file.ts';
export { validationImages } from './validation-images.ts';
export { type FileCheck, verifyFiles } from './verify-files.ts';

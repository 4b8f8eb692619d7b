import { BitfrontError } from '@bitfront/errors';
import type { DatasetFiles } from './dataset-files.ts';
import { publishedPath, readPublishedFile } from './read-published-file.ts';

export interface FileCheck {
  readonly name: string;
  readonly status: 'ok' | 'missing' | 'damaged';
  /** Where it was found. */
  readonly path?: string;
}

/** Looks for every file of a dataset and checks its content; never throws for a missing or damaged file. */
export function verifyFiles(dataset: DatasetFiles, folders: readonly string[]): readonly FileCheck[] {
  return dataset.files.map((file) => {
    const { name } = file;
    const path = orNothing(() => publishedPath(dataset.name, folders, file, ''));
    if (path === undefined) return { name, status: 'missing' };
    const content = orNothing(() => readPublishedFile(dataset.name, folders, file, ''));
    return { name, status: content === undefined ? 'damaged' : 'ok', path };
  });
}

function orNothing<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof BitfrontError) return undefined;
    throw error;
  }
}

import type { FileCheck } from './verify-files.ts';

/**
 * What a dataset plugin exports as `datasetSource` when its files may also lie inside archives, or are rebuilt from
 * something that is no download of the files themselves: `bitfront dataset` asks it instead of looking for each file.
 */
export interface DatasetSource {
  /** Where `bring` takes the files from when it is given no folder, and how much travels. */
  readonly origin: string;
  /** The state of every file, wherever in the folders it lies; never throws for a missing or damaged one. */
  readonly check: (folders: readonly string[]) => Promise<readonly FileCheck[]>;
  /** Every file, one after the other, its content checked: from a folder on this machine, or from `origin`. */
  readonly bring: (from: string | undefined) => AsyncIterable<BroughtFile>;
}

export interface BroughtFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

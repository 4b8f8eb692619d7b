import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readError, systemCode } from '../files/disk-error.ts';
import { temporaryEnding } from '../files/replacement.ts';

/** A file of the store: an artifact, or what a killed writer left. */
export interface StoreEntry {
  readonly file: string;
  readonly bytes: number;
  readonly usedMs: number;
  readonly temporary: boolean;
}

/** Ends the names of artifact files. */
export const artifactEnding = '.artifact';

/** All files of a store; those that vanish meanwhile are left out. A store that does not exist yet is empty. */
export function listEntries(directory: string): readonly StoreEntry[] {
  return namesIn(directory)
    .filter((name) => /^[0-9a-f]{2}$/.test(name))
    .flatMap((shard) =>
      namesIn(join(directory, shard)).flatMap((name) => entry(join(directory, shard, name))),
    );
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (systemCode(error) === 'ENOENT' || systemCode(error) === 'ENOTDIR') return [];
    throw readError(folder, error);
  }
}

function entry(file: string): readonly StoreEntry[] {
  const temporary = file.endsWith(temporaryEnding);
  if (!temporary && !file.endsWith(artifactEnding)) return [];
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats === undefined ? [] : [{ file, bytes: stats.size, usedMs: stats.mtimeMs, temporary }];
}

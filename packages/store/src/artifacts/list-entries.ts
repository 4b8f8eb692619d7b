import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readError, systemCode } from '../files/disk-error.ts';
import { temporaryEnding } from '../files/replacement.ts';

/** A file of the store: an artifact, the checkpoint of a call that is not done, or what a killed writer left. */
export interface StoreEntry {
  readonly file: string;
  readonly bytes: number;
  readonly usedMs: number;
  readonly kind: 'artifact' | 'checkpoint' | 'temporary';
}

/** Ends the names of artifact files. */
export const artifactEnding = '.artifact';
/** Ends the names of checkpoint files. */
export const checkpointEnding = '.checkpoint';

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
  const kind = kindOf(file);
  if (kind === undefined) return [];
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats === undefined ? [] : [{ file, bytes: stats.size, usedMs: stats.mtimeMs, kind }];
}

function kindOf(file: string): StoreEntry['kind'] | undefined {
  if (file.endsWith(temporaryEnding)) return 'temporary';
  if (file.endsWith(artifactEnding)) return 'artifact';
  return file.endsWith(checkpointEnding) ? 'checkpoint' : undefined;
}

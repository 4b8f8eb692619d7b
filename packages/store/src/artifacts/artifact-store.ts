import { closeSync, fstatSync, openSync, rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { bitfrontError } from '@bitfront/errors';
import { readError, systemCode } from '../files/disk-error.ts';
import { replaceFile } from '../files/replacement.ts';
import { type PartHashes, readHeader } from './artifact-header.ts';
import { artifactEnding, checkpointEnding, listEntries } from './list-entries.ts';
import { type Pruned, pruneStore } from './prune-store.ts';

/** Artifact files under the key of the call that made them. Any number of processes may share one. */
export interface ArtifactStore {
  readonly directory: string;
  /**
   * The part hashes of a stored artifact, or nothing. Reads the header only; marks the artifact as used. A damaged
   * file counts as missing and is deleted.
   */
  find(key: string): PartHashes | undefined;
  /** Where the artifact of a key lies or would lie. Throws STORE_KEY_INVALID. */
  fileOf(key: string): string;
  /** Where the call that makes it may keep its state until then, beside the artifact. Throws STORE_KEY_INVALID. */
  checkpointOf(key: string): string;
  /** Makes the folder and tries to write into it. Throws STORE_NOT_WRITABLE or STORE_DISK_FULL. */
  checkWritable(): void;
  info(): StoreInfo;
  /**
   * Deletes stale checkpoints (their artifact is there, or they are 30 days old) and what killed writers left, then the
   * least recently used files until artifacts and checkpoints together take at most `maxBytes`.
   */
  prune(maxBytes: number): Pruned;
}

export interface StoreInfo {
  /** Artifacts. */
  readonly entries: number;
  /** Calls that were begun and saved their state. */
  readonly checkpoints: number;
  /** Of artifacts and checkpoints together. */
  readonly bytes: number;
}

export interface ArtifactStoreOptions {
  /** Called with the path of every damaged file that `find` met. */
  readonly onDamaged?: (file: string) => void;
}

/** Opens a store; its folder is made by the first write. */
export function openArtifactStore(directory: string, options: ArtifactStoreOptions = {}): ArtifactStore {
  const pathOf = (key: string, ending: string): string => {
    if (!/^[0-9a-f]{16,128}$/.test(key)) {
      throw bitfrontError('STORE_KEY_INVALID', {
        key,
        kind: 'artifact key',
        expected: 'at least 16 hexadecimal digits',
      });
    }
    return join(directory, key.slice(0, 2), `${key}${ending}`);
  };
  const fileOf = (key: string): string => pathOf(key, artifactEnding);
  return {
    directory,
    fileOf,
    checkpointOf: (key) => pathOf(key, checkpointEnding),
    find: (key) => {
      const file = fileOf(key);
      const hashes = hashesIn(file);
      if (hashes !== 'damaged') return hashes;
      removeQuietly(file);
      options.onDamaged?.(file);
      return undefined;
    },
    checkWritable: () => {
      const probe = replaceFile(join(directory, 'probe'));
      probe.append(new Uint8Array(1));
      probe.discard();
    },
    info: () => infoOf(directory),
    prune: (maxBytes) => pruneStore(directory, maxBytes),
  };
}

function infoOf(directory: string): StoreInfo {
  const kept = listEntries(directory).filter(({ kind }) => kind !== 'temporary');
  const checkpoints = kept.filter(({ kind }) => kind === 'checkpoint').length;
  const bytes = kept.reduce((sum, entry) => sum + entry.bytes, 0);
  return { entries: kept.length - checkpoints, checkpoints, bytes };
}

function hashesIn(file: string): PartHashes | 'damaged' | undefined {
  let handle: number;
  try {
    handle = openSync(file, 'r');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw readError(file, error);
  }
  try {
    const reading = readHeader(handle, fstatSync(handle).size);
    if ('damage' in reading) return 'damaged';
    markUsed(file);
    return reading.header.hashes;
  } catch (error) {
    throw readError(file, error);
  } finally {
    closeSync(handle);
  }
}

function markUsed(file: string): void {
  try {
    const now = new Date();
    utimesSync(file, now, now);
  } catch {
    // A store that cannot be written to still serves; only its order of use stays old.
  }
}

function removeQuietly(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // A file that cannot be removed is replaced by the next write, or stays a miss.
  }
}

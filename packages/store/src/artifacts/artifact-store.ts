import { closeSync, fstatSync, openSync, rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { bitfrontError } from '@bitfront/errors';
import { readError, systemCode, writeError } from '../files/disk-error.ts';
import { replaceFile } from '../files/replacement.ts';
import { type PartHashes, readHeader } from './artifact-header.ts';
import { artifactEnding, listEntries } from './list-entries.ts';

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
  /** Makes the folder and tries to write into it. Throws STORE_NOT_WRITABLE or STORE_DISK_FULL. */
  checkWritable(): void;
  info(): { readonly entries: number; readonly bytes: number };
  /** Deletes the least recently used artifacts until at most `maxBytes` are left, and what killed writers left. */
  prune(maxBytes: number): { readonly removed: number; readonly freedBytes: number };
}

export interface ArtifactStoreOptions {
  /** Called with the path of every damaged file that `find` met. */
  readonly onDamaged?: (file: string) => void;
}

/** A temporary file as old as this has no writer any more. */
const abandonedAfterMs = 3_600_000;

/** Opens a store; its folder is made by the first write. */
export function openArtifactStore(directory: string, options: ArtifactStoreOptions = {}): ArtifactStore {
  const fileOf = (key: string): string => {
    if (!/^[0-9a-f]{16,128}$/.test(key)) {
      throw bitfrontError('STORE_KEY_INVALID', {
        key,
        kind: 'artifact key',
        expected: 'at least 16 hexadecimal digits',
      });
    }
    return join(directory, key.slice(0, 2), `${key}${artifactEnding}`);
  };
  return {
    directory,
    fileOf,
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
    info: () => {
      const artifacts = listEntries(directory).filter(({ temporary }) => !temporary);
      return { entries: artifacts.length, bytes: artifacts.reduce((sum, { bytes }) => sum + bytes, 0) };
    },
    prune: (maxBytes) => prune(directory, maxBytes),
  };
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

function prune(directory: string, maxBytes: number): { removed: number; freedBytes: number } {
  const now = Date.now();
  const entries = listEntries(directory);
  const artifacts = entries.filter(({ temporary }) => !temporary).sort((a, b) => a.usedMs - b.usedMs);
  let kept = artifacts.reduce((sum, { bytes }) => sum + bytes, 0);
  const doomed = entries.filter(({ temporary, usedMs }) => temporary && now - usedMs > abandonedAfterMs);
  for (const artifact of artifacts) {
    if (kept <= maxBytes) break;
    doomed.push(artifact);
    kept -= artifact.bytes;
  }
  for (const { file } of doomed) {
    try {
      rmSync(file, { force: true });
    } catch (error) {
      throw writeError(file, error);
    }
  }
  return { removed: doomed.length, freedBytes: doomed.reduce((sum, { bytes }) => sum + bytes, 0) };
}

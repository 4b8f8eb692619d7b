import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bitfrontError } from '@bitfront/errors';
import { systemCode, writeError } from '../files/disk-error.ts';
import { isGone, type LockHolder, parseHolder, thisProcess } from './lock-holder.ts';

export interface FolderLock {
  /** Gives the folder back; further calls do nothing. */
  release(): void;
}

const lockName = '.bitfront.lock';
const guardName = '.bitfront.lock.takeover';
const patience = 50;
const pauseMs = 20;

/**
 * Makes this process the folder's only writer; the folder is made if missing. The lock of a process that died is taken
 * over. Throws RESULTS_IN_USE naming the holder, or the errors of writing.
 *
 * Free of races: a lock appears whole and only where there is none (a hard link to a finished file), and only the one
 * process that holds the guard, itself such a lock, removes the lock of a dead one. While it does, nobody else can
 * have replaced that lock, because it still stands in the way.
 */
export function lockFolder(folder: string): FolderLock {
  const file = join(folder, lockName);
  const guard = join(folder, guardName);
  try {
    mkdirSync(folder, { recursive: true });
    for (let round = 0; ; round++) {
      if (claim(file)) return heldLock(file);
      const holder = holderOf(file);
      if (holder === undefined) continue;
      if (!isGone(holder)) throw inUse(folder, file, holder);
      if (claim(guard)) {
        const still = holderOf(file);
        if (still !== undefined && isGone(still)) rmSync(file, { force: true });
        rmSync(guard, { force: true });
      } else if (round > patience) {
        // Its owner was killed within the few microseconds of a takeover; no one may guess that.
        const blocker = holderOf(guard);
        if (blocker !== undefined) throw inUse(folder, guard, blocker);
      } else pause();
    }
  } catch (error) {
    throw writeError(file, error);
  }
}

/** Puts a lock naming this process at `path` unless something is there; says whether it did. */
function claim(path: string): boolean {
  const own = `${path}.${randomUUID()}`;
  const text = JSON.stringify(thisProcess());
  try {
    writeFileSync(own, text, { flag: 'wx' });
    linkSync(own, path);
    return true;
  } catch (error) {
    const code = systemCode(error);
    if (code === 'EEXIST') return false;
    if (!withoutLinks.has(code)) throw error;
    return claimWithoutLinks(path, text);
  } finally {
    rmSync(own, { force: true });
  }
}

/** What systems answer where a file system, such as exFAT, has no hard links. */
const withoutLinks = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EISDIR']);

/** Exclusive all the same; only a reader in the instant before the text is written sees an unknown holder. */
function claimWithoutLinks(path: string, text: string): boolean {
  try {
    writeFileSync(path, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    throw error;
  }
}

function holderOf(path: string): LockHolder | undefined {
  try {
    return parseHolder(readFileSync(path, 'utf8'));
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function heldLock(file: string): FolderLock {
  let held = true;
  return {
    release: () => {
      if (held) rmSync(file, { force: true });
      held = false;
    },
  };
}

function inUse(folder: string, file: string, { pid, host, since }: LockHolder) {
  return bitfrontError('RESULTS_IN_USE', { folder, pid, host, since, file });
}

function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pauseMs);
}

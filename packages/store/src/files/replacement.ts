import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { writeError } from './disk-error.ts';

/** A file being written under a temporary name beside its target. */
export interface Replacement {
  /** Appends bytes; on failure the temporary file is gone and the target is as it was. */
  append(bytes: Uint8Array): void;
  /** Syncs, renames onto the target, and syncs the folder. */
  commit(): void;
  /** Removes the temporary file; does nothing after commit. */
  discard(): void;
}

/** Ends the names of files in the making; a killed process leaves them behind. */
export const temporaryEnding = '.tmp';

/** Writes at most this much per system call, below every platform's limit. */
const largestWriteBytes = 64 * 1024 * 1024;

/**
 * Starts to replace `file`: readers see the old content or the new, never a part. Its folder is made if missing.
 * Throws STORE_DISK_FULL, STORE_NOT_WRITABLE or STORE_WRITE_FAILED.
 */
export function replaceFile(file: string): Replacement {
  const folder = dirname(file);
  const temporary = join(folder, `.${basename(file)}.${randomUUID()}${temporaryEnding}`);
  let handle: number | undefined;
  const attempt = (action: () => void): void => {
    try {
      action();
    } catch (error) {
      discard();
      throw writeError(file, error);
    }
  };
  const discard = (): void => {
    if (handle === undefined) return;
    closeQuietly(handle);
    handle = undefined;
    rmSync(temporary, { force: true });
  };
  attempt(() => {
    const made = mkdirSync(folder, { recursive: true });
    if (made !== undefined) syncFolder(dirname(made));
    handle = openSync(temporary, 'wx');
  });
  return {
    append: (bytes) => attempt(() => writeAll(handle as number, bytes)),
    commit: () =>
      attempt(() => {
        const open = handle as number;
        fsyncSync(open);
        renameSync(temporary, file);
        handle = undefined;
        closeSync(open);
        syncFolder(folder);
      }),
    discard,
  };
}

/** Writes every byte at the file's position, or at `position`; a system call may take fewer than asked. */
export function writeAll(handle: number, bytes: Uint8Array, position?: number): void {
  for (let done = 0; done < bytes.byteLength; ) {
    const length = Math.min(bytes.byteLength - done, largestWriteBytes);
    done += writeSync(handle, bytes, done, length, position === undefined ? null : position + done);
  }
}

/** Makes a rename in this folder survive a power loss. Windows has no such call and needs none. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function closeQuietly(handle: number): void {
  try {
    closeSync(handle);
  } catch {
    // The write's own error is the one to report.
  }
}

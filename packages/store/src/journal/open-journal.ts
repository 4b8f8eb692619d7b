import { closeSync, fdatasync, fdatasyncSync, fstatSync, ftruncateSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { bitfrontError } from '@bitfront/errors';
import { writeError } from '../files/disk-error.ts';
import { syncFolder, writeAll } from '../files/replacement.ts';
import { findIntactEnd } from './find-intact-end.ts';
import type { JournalEvent } from './journal-event.ts';
import { journalLine } from './journal-line.ts';

/** The append-only log of a run; whatever was synced survives kill -9 and power loss. */
export interface Journal {
  readonly file: string;
  /** Bytes of a torn end that opening cut off; 0 after a clean end. */
  readonly lostBytes: number;
  /** Where the next event will stand; 0 for a journal without events. */
  readonly bytes: number;
  /**
   * Adds an event and returns the byte offset of its line. It reaches the disk within 200 ms, or sooner.
   * Throws STORE_DISK_FULL or STORE_WRITE_FAILED, also for an earlier background write that failed.
   */
  append(event: JournalEvent): number;
  /** Hands everything appended so far to the system, so that readers of the file see it; does not sync. */
  flush(): void;
  /** Resolves when everything appended so far is on the disk. */
  sync(): Promise<void>;
  /** As `sync`, but blocks; for the way out of a process. */
  syncNow(): void;
  /** Syncs and closes; further calls of `close` do nothing. */
  close(): void;
}

const flushBytes = 256 * 1024;
const flushAfterMs = 200;
const syncToDisk = promisify(fdatasync);

/**
 * Opens a journal for appending; makes it, and its folder, if missing. A torn or damaged end is cut off.
 * The caller holds the folder's lock: a journal has one writer.
 * Throws JOURNAL_FOREIGN if the file has content but no valid line, and the errors of writing.
 */
export function openJournal(file: string): Journal {
  const { handle, start, lostBytes } = openAtIntactEnd(file);
  const lines: string[] = [];
  let written = start;
  let waiting = 0;
  let open = true;
  let failure: unknown;
  let syncing = false;
  let syncAgain = false;
  let timer: NodeJS.Timeout | undefined;

  const fail = (error: unknown): never => {
    failure = writeError(file, error);
    throw failure;
  };
  const ready = (): void => {
    if (!open) throw bitfrontError('JOURNAL_CLOSED', { file });
    if (failure !== undefined) throw failure;
  };
  const flush = (): void => {
    ready();
    clearTimeout(timer);
    timer = undefined;
    if (lines.length === 0) return;
    const bytes = Buffer.from(lines.join(''), 'utf8');
    lines.length = 0;
    waiting = 0;
    try {
      writeAll(handle, bytes, written);
    } catch (error) {
      cutBack(handle, written);
      fail(error);
    }
    written += bytes.length;
  };
  const sync = async (): Promise<void> => {
    flush();
    await syncToDisk(handle).catch(fail);
  };
  // One sync at a time, however fast events come. A failure is kept and thrown by the next call.
  const syncInBackground = (): void => {
    if (syncing) {
      syncAgain = true;
      return;
    }
    syncing = true;
    const done = (): void => {
      syncing = false;
      if (syncAgain && open) syncInBackground();
    };
    syncAgain = false;
    sync().then(done, done);
  };

  return {
    file,
    lostBytes,
    get bytes() {
      return written + waiting;
    },
    append: (event) => {
      ready();
      const line = journalLine(event);
      const offset = written + waiting;
      lines.push(line);
      waiting += Buffer.byteLength(line);
      if (waiting >= flushBytes) {
        flush();
        syncInBackground();
      } else timer ??= setTimeout(syncInBackground, flushAfterMs).unref();
      return offset;
    },
    flush,
    sync,
    syncNow: () => {
      flush();
      try {
        fdatasyncSync(handle);
      } catch (error) {
        fail(error);
      }
    },
    close: () => {
      if (!open) return;
      try {
        flush();
        fdatasyncSync(handle);
      } catch (error) {
        throw failure ?? writeError(file, error);
      } finally {
        open = false;
        clearTimeout(timer);
        closeSync(handle);
      }
    },
  };
}

function openAtIntactEnd(file: string): { handle: number; start: number; lostBytes: number } {
  let handle: number | undefined;
  try {
    mkdirSync(dirname(file), { recursive: true });
    handle = openExisting(file) ?? openSync(file, 'w+');
    const { size } = fstatSync(handle);
    const start = findIntactEnd(handle, size);
    if (start === undefined) throw bitfrontError('JOURNAL_FOREIGN', { file });
    if (start < size) ftruncateSync(handle, start);
    if (size === 0) syncFolder(dirname(file));
    return { handle, start, lostBytes: size - start };
  } catch (error) {
    if (handle !== undefined) closeSync(handle);
    throw writeError(file, error);
  }
}

function openExisting(file: string): number | undefined {
  try {
    return openSync(file, 'r+');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Removes what a failed write left, so that the file ends with a whole line. */
function cutBack(handle: number, end: number): void {
  try {
    ftruncateSync(handle, end);
  } catch {
    // The next opening cuts the torn end off.
  }
}

import { open } from 'node:fs/promises';
import { readError, systemCode } from '../files/disk-error.ts';
import type { JournalEvent } from './journal-event.ts';
import { parseJournalLine } from './journal-line.ts';

export interface JournalScan {
  readonly events: number;
  /** Lines that were skipped because their checksum is wrong. */
  readonly damagedLines: number;
  /** Bytes after the last line feed: a line being written, or torn. */
  readonly tornBytes: number;
}

const chunkBytes = 1024 * 1024;
const lineFeed = 0x0a;

/**
 * Reads a journal from the start, one event after another, in flat memory; files of gigabytes are fine. Damaged lines
 * are skipped and counted. A journal that does not exist has no events. Throws STORE_NOT_READABLE.
 */
export async function scanJournal(
  file: string,
  onEvent: (event: JournalEvent, offset: number) => void,
): Promise<JournalScan> {
  const counts = { events: 0, damagedLines: 0 };
  const takeLine = (line: Buffer, offset: number): void => {
    const event = parseJournalLine(line);
    if (event === undefined) {
      counts.damagedLines++;
      return;
    }
    counts.events++;
    onEvent(event, offset);
  };
  const handle = await open(file, 'r').catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw readError(file, error);
  });
  if (handle === undefined) return { ...counts, tornBytes: 0 };
  try {
    let buffer = Buffer.alloc(chunkBytes);
    let held = 0;
    let offset = 0;
    for (;;) {
      if (held === buffer.length) buffer = Buffer.concat([buffer, Buffer.alloc(buffer.length)]);
      const { bytesRead } = await handle.read(buffer, held, buffer.length - held, offset + held);
      if (bytesRead === 0) return { ...counts, tornBytes: held };
      held += bytesRead;
      const used = eachLine(buffer.subarray(0, held), (line, at) => takeLine(line, offset + at));
      buffer.copyWithin(0, used, held);
      held -= used;
      offset += used;
    }
  } finally {
    await handle.close();
  }
}

/** Calls back for every complete line and returns how many bytes they took. */
function eachLine(bytes: Buffer, onLine: (line: Buffer, at: number) => void): number {
  let start = 0;
  for (let end = bytes.indexOf(lineFeed); end >= 0; end = bytes.indexOf(lineFeed, start)) {
    onLine(bytes.subarray(start, end), start);
    start = end + 1;
  }
  return start;
}

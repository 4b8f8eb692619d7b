import { closeSync, openSync, readSync } from 'node:fs';
import { bitfrontError } from '@bitfront/errors';
import { readError } from '../files/disk-error.ts';
import type { JournalEvent } from './journal-event.ts';
import { eventText } from './journal-line.ts';

/** Reads single events of a journal by the offsets that `append` and `scanJournal` gave. */
export interface JournalReader {
  /** Throws JOURNAL_EVENT_MISSING if no valid line starts there. */
  at(offset: number): JournalEvent;
  /** The same event as the JSON that `append` wrote. */
  textAt(offset: number): string;
  close(): void;
}

const blockBytes = 64 * 1024;
/** Offsets come in plan order, lines lie in the order of completion: nearly sequential, from a few fronts. */
const heldBlocks = 32;
const lineFeed = 0x0a;

/** Opens a reader; it holds 2 MiB of the file at most. Events must have been flushed to be seen. */
export function openJournalReader(file: string): JournalReader {
  const handle = attempt(file, () => openSync(file, 'r'));
  const blocks = new Map<number, Buffer>();

  // Buffers of dropped blocks serve again: a pass over a large journal would leave as many bytes to collect.
  const spare: Buffer[] = [];
  const readBlock = (index: number): Buffer => {
    const bytes = spare.pop() ?? Buffer.allocUnsafeSlow(blockBytes);
    const count = attempt(file, () => readSync(handle, bytes, 0, blockBytes, index * blockBytes));
    return bytes.subarray(0, count);
  };
  const block = (index: number): Buffer => {
    const bytes = blocks.get(index) ?? readBlock(index);
    // Deleting first moves the block to the end, so that the first one is the least recently used.
    blocks.delete(index);
    blocks.set(index, bytes);
    if (blocks.size > heldBlocks) {
      const oldest = blocks.keys().next().value as number;
      spare.push(Buffer.from((blocks.get(oldest) as Buffer).buffer));
      blocks.delete(oldest);
    }
    return bytes;
  };
  const lineAt = (offset: number): Buffer | undefined => {
    const pieces: Buffer[] = [];
    let start = offset % blockBytes;
    for (let index = Math.floor(offset / blockBytes); ; index++) {
      let bytes = block(index);
      if (bytes.length < blockBytes && bytes.indexOf(lineFeed, start) < 0) {
        // The block that was the file's end may have grown since.
        blocks.delete(index);
        bytes = block(index);
      }
      const end = bytes.indexOf(lineFeed, start);
      if (end >= 0) return Buffer.concat([...pieces, bytes.subarray(start, end)]);
      if (bytes.length < blockBytes) return undefined;
      pieces.push(Buffer.from(bytes.subarray(start)));
      start = 0;
    }
  };
  const textAt = (offset: number): string => {
    const line = lineAt(offset);
    const text = line === undefined ? undefined : eventText(line);
    if (text === undefined) throw bitfrontError('JOURNAL_EVENT_MISSING', { offset, file });
    return text;
  };
  return {
    at: (offset) => JSON.parse(textAt(offset)) as JournalEvent,
    textAt,
    close: () => closeSync(handle),
  };
}

function attempt<T>(file: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw readError(file, error);
  }
}

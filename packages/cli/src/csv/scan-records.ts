import { closeSync, openSync, readSync } from 'node:fs';
import { BitfrontError, bitfrontError } from '@bitfront/errors';

/** One record as the scanner sees it; all of it is overwritten by the next record. */
export interface CsvRecord {
  /** Bytes of the file, UTF-8. */
  bytes: Buffer;
  /** Number of cells. */
  cells: number;
  /** Where cell i starts and ends in `bytes`, quotes included. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Where the record starts in the file, and where the next one does. */
  from: number;
  to: number;
}

const mostCells = 16_384;
const chunkBytes = 1 << 22;
const [quote, comma, lineFeed, carriageReturn] = [34, 44, 10, 13];

/**
 * Splits a CSV file (RFC 4180, LF or CRLF, quoted cells may hold line breaks, byte order mark allowed) into records
 * and hands over each, header included, blank lines left out. Memory is that of the longest record, 4 MiB at least.
 * @throws CSV_UNREADABLE
 */
export function scanRecords(file: string, take: (record: CsvRecord) => void): void {
  const handle = open(file);
  try {
    scan(file, (into, from, position) => readSync(handle, into, from, into.length - from, position), take);
  } catch (error) {
    if (error instanceof BitfrontError || !isSystemError(error)) throw error;
    throw bitfrontError('CSV_UNREADABLE', { file, reason: `${error.message}.` }, { cause: error });
  } finally {
    closeSync(handle);
  }
}

type Read = (into: Buffer, from: number, position: number) => number;

function scan(file: string, read: Read, take: (record: CsvRecord) => void): void {
  const record: CsvRecord = {
    bytes: Buffer.allocUnsafe(chunkBytes),
    cells: 0,
    starts: new Int32Array(mostCells),
    ends: new Int32Array(mostCells),
    from: 0,
    to: 0,
  };
  // `base` is the place in the file of the first byte in the buffer.
  for (let base = 0, filled = 0, ended = false; !ended; ) {
    const count = read(record.bytes, filled, base + filled);
    ended = count === 0;
    filled += count;
    let position = base === 0 ? skipByteOrderMark(record.bytes, filled) : 0;
    for (;;) {
      const next = splitRecord(file, record, position, filled, ended);
      if (next < 0) break;
      record.from = base + position;
      record.to = base + next;
      if (record.cells > 1 || (record.ends[0] ?? 0) > (record.starts[0] ?? 0)) take(record);
      position = next;
    }
    if (position === 0 && filled === record.bytes.length) record.bytes = grown(record.bytes);
    else record.bytes.copyWithin(0, position, filled);
    base += position;
    filled -= position;
  }
}

/** Finds the cells of the record at `position`; where the next record starts, or -1 if this one is not all there. */
function splitRecord(
  file: string,
  record: CsvRecord,
  position: number,
  filled: number,
  ended: boolean,
): number {
  const { bytes, starts, ends } = record;
  if (position >= filled) return -1;
  let cell = 0;
  for (let i = position; ; i++) {
    starts[cell] = i;
    if (bytes[i] === quote) {
      i = afterQuotes(bytes, i, filled);
      if (i > filled && ended) {
        const reason = 'A quotation mark is opened and never closed.';
        throw bitfrontError('CSV_UNREADABLE', { file, reason });
      }
    }
    while (i < filled && bytes[i] !== comma && bytes[i] !== lineFeed) i++;
    if (i >= filled && !ended) return -1;
    const last = i >= filled || bytes[i] === lineFeed;
    ends[cell] = last && i > position && bytes[i - 1] === carriageReturn ? i - 1 : i;
    cell++;
    if (cell === mostCells)
      throw bitfrontError('CSV_UNREADABLE', { file, reason: `A row has ${mostCells} cells.` });
    if (last) {
      record.cells = cell;
      return Math.min(i + 1, filled);
    }
  }
}

/** The place behind the closing quote, beyond `filled` if there is none; a doubled quote stands for itself. */
function afterQuotes(bytes: Uint8Array, position: number, filled: number): number {
  for (let i = position + 1; i < filled; i++) {
    if (bytes[i] !== quote) continue;
    if (bytes[i + 1] !== quote || i + 1 >= filled) return i + 1;
    i++;
  }
  return filled + 1;
}

function skipByteOrderMark(bytes: Uint8Array, filled: number): number {
  return filled >= 3 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
}

function grown(bytes: Buffer): Buffer {
  const wider = Buffer.allocUnsafe(2 * bytes.length);
  bytes.copy(wider);
  return wider;
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error;
}

function open(file: string): number {
  try {
    return openSync(file, 'r');
  } catch (error) {
    throw bitfrontError('CSV_UNREADABLE', { file, reason: `${(error as Error).message}.` }, { cause: error });
  }
}

import { setImmediate as nextTurn } from 'node:timers/promises';
import { replaceFile } from '../files/replacement.ts';
import { type CsvCell, csvFormatter } from './format-csv.ts';

export interface CsvOptions {
  /** Aborting leaves the old file as it was; the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** Few enough to die young: what outlives a chunk is collected late, and memory would grow with the rows. */
const rowsPerChunk = 50;

/**
 * Replaces a CSV file as a whole; see `csvFormatter` for its format. Rows are pulled some at a time, with a
 * turn of the event loop between, so memory stays flat and signals are heard.
 * Throws STORE_DISK_FULL, STORE_NOT_WRITABLE or STORE_WRITE_FAILED; the old content then stays.
 */
export async function writeCsv(
  file: string,
  header: readonly string[],
  rows: Iterable<readonly CsvCell[]>,
  options: CsvOptions = {},
): Promise<void> {
  const replacement = replaceFile(file);
  const format = csvFormatter();
  // One buffer for all chunks: fresh ones would pile up outside the heap until the next collection.
  let bytes = Buffer.alloc(0);
  const write = (chunk: readonly (readonly CsvCell[])[]): void => {
    const text = format(chunk);
    if (bytes.length < text.length * 3) bytes = Buffer.allocUnsafeSlow(text.length * 4);
    replacement.append(bytes.subarray(0, bytes.write(text)));
  };
  try {
    let chunk: (readonly CsvCell[])[] = [header];
    for (const row of rows) {
      if (chunk.push(row) < rowsPerChunk) continue;
      write(chunk);
      chunk = [];
      await nextTurn();
      options.signal?.throwIfAborted();
    }
    if (chunk.length > 0) write(chunk);
    replacement.commit();
  } finally {
    replacement.discard();
  }
}

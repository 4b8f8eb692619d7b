import { closeSync, openSync, readSync } from 'node:fs';
import type { CsvColumns } from './read-columns.ts';

/**
 * The header and some rows of a file, byte for byte as they stand there, in pieces. A last row without line end gets
 * one, so that pieces can be joined.
 */
export function* copyRows(file: string, columns: CsvColumns, rows: Uint32Array): Generator<Buffer> {
  const handle = openSync(file, 'r');
  try {
    yield slice(handle, 0, columns.headerEnd);
    for (let i = 0; i < rows.length; ) {
      // Rows that follow each other in the file are read together.
      const first = rows[i] ?? 0;
      let last = first;
      while (i + 1 < rows.length && rows[i + 1] === last + 1 && columns.from[last + 1] === columns.to[last]) {
        last++;
        i++;
      }
      i++;
      yield slice(handle, columns.from[first] ?? 0, columns.to[last] ?? 0);
    }
  } finally {
    closeSync(handle);
  }
}

function slice(handle: number, from: number, to: number): Buffer {
  const bytes = Buffer.alloc(to - from);
  readSync(handle, bytes, 0, bytes.length, from);
  return bytes.at(-1) === 10 ? bytes : Buffer.concat([bytes, Buffer.from('\n')]);
}

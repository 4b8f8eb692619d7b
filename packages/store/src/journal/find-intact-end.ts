import { readSync } from 'node:fs';
import { isIntact, isTornStart } from './journal-line.ts';

const firstWindowBytes = 1024 * 1024;
const lineFeed = 0x0a;

/**
 * The byte after the last valid line of a journal; what follows was torn by a crash. 0 for a journal that has no
 * line yet, nothing for a file that is no journal. Reads from the end, so its time does not grow with the file.
 */
export function findIntactEnd(handle: number, size: number): number | undefined {
  for (let windowBytes = firstWindowBytes; ; windowBytes *= 4) {
    const start = Math.max(0, size - windowBytes);
    const bytes = Buffer.alloc(size - start);
    readSync(handle, bytes, 0, bytes.length, start);
    const end = lastIntactEnd(bytes, start === 0);
    if (end !== undefined) return start + end;
    if (start === 0) return isTornStart(bytes) ? 0 : undefined;
  }
}

function lastIntactEnd(bytes: Buffer, fromStart: boolean): number | undefined {
  let end = bytes.lastIndexOf(lineFeed);
  while (end >= 0) {
    const before = end === 0 ? -1 : bytes.lastIndexOf(lineFeed, end - 1);
    if (before < 0 && !fromStart) return undefined;
    if (isIntact(bytes.subarray(before + 1, end))) return end + 1;
    end = before;
  }
  return undefined;
}

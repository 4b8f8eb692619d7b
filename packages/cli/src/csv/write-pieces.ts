import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { once } from 'node:events';
import { bitfrontError } from '@bitfront/errors';

/** Writes pieces to stdout, or to a file that appears only when it is complete. @throws OUTPUT_NOT_WRITTEN */
export async function writePieces(file: string | undefined, pieces: Iterable<Buffer>): Promise<void> {
  if (file === undefined) {
    for (const piece of pieces) if (!process.stdout.write(piece)) await once(process.stdout, 'drain');
    return;
  }
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    const handle = openSync(temporary, 'w');
    try {
      for (const piece of pieces) for (let at = 0; at < piece.length; ) at += writeSync(handle, piece, at);
    } finally {
      closeSync(handle);
    }
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw bitfrontError(
      'OUTPUT_NOT_WRITTEN',
      { file, reason: `${(error as Error).message}.` },
      { cause: error },
    );
  }
}

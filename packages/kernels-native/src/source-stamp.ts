import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sourceFolder } from './build-folder.ts';

/** Hash of the C++ sources: an addon built from others may compute something else. */
export function sourceStamp(): string {
  const hash = createHash('sha256');
  for (const file of readdirSync(sourceFolder).sort()) {
    hash.update(`${file}\n`).update(readFileSync(join(sourceFolder, file)));
  }
  return hash.digest('hex').slice(0, 16);
}

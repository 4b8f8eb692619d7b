import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { locate } from './locate.ts';

/**
 * One hash of the content of all files, in their order, so that a changed file never meets an old result.
 * Folder and file names do not enter.
 */
export function fileSums(plugin: string, folders: readonly string[], names: readonly string[]): string {
  const all = createHash('sha256');
  for (const name of names) {
    const sum = createHash('sha256').update(readFileSync(locate(plugin, folders, name)));
    all.update(sum.digest());
  }
  return all.digest('hex');
}

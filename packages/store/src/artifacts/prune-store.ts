import { rmSync } from 'node:fs';
import { writeError } from '../files/disk-error.ts';
import { artifactEnding, checkpointEnding, listEntries, type StoreEntry } from './list-entries.ts';

export interface Pruned {
  readonly removed: number;
  readonly freedBytes: number;
}

/** A temporary file as old as this has no writer any more. */
const abandonedAfterMs = 3_600_000;
/** Nobody comes back to a call that did not save for 30 days. */
const forgottenAfterMs = 30 * 86_400_000;

/**
 * Removes stale checkpoints and abandoned temporary files, then the least recently used artifacts and checkpoints until
 * at most `maxBytes` are left. Throws STORE_NOT_WRITABLE or STORE_WRITE_FAILED.
 */
export function pruneStore(directory: string, maxBytes: number): Pruned {
  const entries = listEntries(directory);
  const useless = uselessIn(entries);
  const doomed = [...useless];
  const wanted = entries.filter((entry) => entry.kind !== 'temporary' && !useless.has(entry));
  let kept = wanted.reduce((sum, { bytes }) => sum + bytes, 0);
  for (const entry of wanted.sort((a, b) => a.usedMs - b.usedMs)) {
    if (kept <= maxBytes) break;
    doomed.push(entry);
    kept -= entry.bytes;
  }
  for (const { file } of doomed) {
    try {
      rmSync(file, { force: true });
    } catch (error) {
      throw writeError(file, error);
    }
  }
  return { removed: doomed.length, freedBytes: doomed.reduce((sum, { bytes }) => sum + bytes, 0) };
}

/** What killed writers left, and checkpoints of calls that are done or were given up. */
function uselessIn(entries: readonly StoreEntry[]): ReadonlySet<StoreEntry> {
  const now = Date.now();
  const files = new Set(entries.map(({ file }) => file));
  return new Set(
    entries.filter(({ kind, file, usedMs }) => {
      if (kind === 'temporary') return now - usedMs > abandonedAfterMs;
      if (kind === 'artifact') return false;
      const artifact = `${file.slice(0, -checkpointEnding.length)}${artifactEnding}`;
      return files.has(artifact) || now - usedMs > forgottenAfterMs;
    }),
  );
}

import { type Checkpoint, contentHash, type InputHash, type ThreadMemo } from '@bitfront/core';

/** A checkpoint in memory that remembers what happened to it. */
export interface MemoryCheckpoint extends Checkpoint {
  /** Copies of what was saved first and last: nothing, one, or two. */
  readonly saved: readonly Uint8Array[];
  readonly loads: number;
}

/** @param begun what an earlier call saved, for a call that shall go on from there */
export function memoryCheckpoint(begun?: Uint8Array): MemoryCheckpoint {
  const saved: Uint8Array[] = [];
  let loads = 0;
  return {
    load: async () => {
      loads++;
      return (saved.at(-1) ?? begun)?.slice();
    },
    save: async (bytes) => {
      saved.splice(1, 1, bytes.slice());
    },
    saved,
    get loads() {
      return loads;
    },
  };
}

/** A memo that forgets nothing, to be handed to several calls. */
export function mapMemo(): ThreadMemo {
  const kept = new Map<string, unknown>();
  return {
    get<T>(key: string, _bytes: number, make: () => T): T {
      if (!kept.has(key)) kept.set(key, make());
      return kept.get(key) as T;
    },
  };
}

/** Hashes what is asked for. */
export function hashesOf(inputs: Readonly<Record<string, Readonly<Record<string, unknown>>>>): InputHash {
  return (kind, part) => contentHash(inputs[kind]?.[part]);
}

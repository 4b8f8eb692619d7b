import type { ThreadMemo } from '@bitfront/core';

/** The memo of a stage, by the module that holds it: within a thread, a module's code never changes. */
export type ThreadMemos = (module: string) => ThreadMemo;

interface Kept {
  readonly value: unknown;
  readonly bytes: number;
}

/**
 * What all stages remember in one thread, at most `limitBytes` by their own word; what was not used for longest goes
 * first, whichever stage it belongs to.
 */
export function createThreadMemos(limitBytes: number): ThreadMemos {
  // A map iterates in the order of insertion: first comes what was not used for longest.
  const kept = new Map<string, Kept>();
  let usedBytes = 0;
  const forget = (key: string, entry: Kept): void => {
    // Another value may have taken the place meanwhile.
    if (kept.get(key) !== entry) return;
    kept.delete(key);
    usedBytes -= entry.bytes;
  };
  const makeRoom = (bytes: number): void => {
    for (const [key, entry] of kept) {
      if (usedBytes + bytes <= limitBytes) return;
      forget(key, entry);
    }
  };
  const keep = (key: string, entry: Kept): void => {
    const before = kept.get(key);
    if (before !== undefined) forget(key, before);
    makeRoom(entry.bytes);
    kept.set(key, entry);
    usedBytes += entry.bytes;
    // A promise that is broken would be broken for every later call too.
    if (entry.value instanceof Promise) entry.value.catch(() => forget(key, entry));
  };
  const memos = new Map<string, ThreadMemo>();
  const memoOf = (module: string): ThreadMemo => ({
    get<T>(ownKey: string, bytes: number, make: () => T): T {
      const key = `${module}\n${ownKey}`;
      const known = kept.get(key);
      if (known !== undefined) {
        kept.delete(key);
        kept.set(key, known);
        return known.value as T;
      }
      if (!(bytes >= 0 && bytes <= limitBytes)) return make();
      // Before it is made, so that old and new are never there together; what is made may itself have used the memo.
      makeRoom(bytes);
      const value = make();
      keep(key, { value, bytes });
      return value;
    },
  });
  return (module) => {
    let memo = memos.get(module);
    if (memo === undefined) {
      memo = memoOf(module);
      memos.set(module, memo);
    }
    return memo;
  };
}

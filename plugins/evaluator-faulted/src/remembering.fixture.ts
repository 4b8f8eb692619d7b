import type { StageContext, ThreadMemo } from '@bitfront/core';
import { context } from './random-input.fixture.ts';

/** A context that remembers up to a number of bytes, everything unless given; `made` counts what was made. */
export function remembering(limitBytes = Number.POSITIVE_INFINITY) {
  const kept = new Map<string, unknown>();
  const memo: ThreadMemo = {
    get<T>(key: string, bytes: number, make: () => T): T {
      if (bytes > limitBytes) return make();
      if (!kept.has(key)) kept.set(key, make());
      return kept.get(key) as T;
    },
  };
  const inputHash: StageContext['inputHash'] = (kind, part) => `${kind}.${part}`;
  return { context: { ...context, memo, inputHash }, kept };
}

import { describe, it } from 'vitest';
import type { Check } from './check.ts';

/** Registers checks with vitest, one test each. */
export function describeChecks(title: string, checks: readonly Check[], timeoutMs = 60_000): void {
  describe(title, () => {
    for (const { name, check } of checks) it(name, async () => await check(), timeoutMs);
  });
}

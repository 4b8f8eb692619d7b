import type { Check } from './check.ts';

/** Runs checks one after another outside of vitest and gives the names of those that fail. */
export async function failingChecks(checks: readonly Check[]): Promise<readonly string[]> {
  const failing: string[] = [];
  for (const { name, check } of checks) {
    try {
      await check();
    } catch {
      failing.push(name);
    }
  }
  return failing;
}

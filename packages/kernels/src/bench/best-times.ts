import { performance } from 'node:perf_hooks';

/**
 * Best milliseconds of each run. They take turns, so that a disturbance of the machine meets all of them, for at least
 * `rounds` rounds and then until `budgetMs` is spent. The first two rounds do not count: V8 is still compiling.
 */
export function bestTimes<Name extends string>(
  runs: Readonly<Record<Name, () => void>>,
  { rounds = 5, budgetMs = 2000 }: TimingOptions = {},
): Record<Name, number> {
  const names = Object.keys(runs) as Name[];
  const best = new Map<Name, number>();
  const end = performance.now() + budgetMs;
  for (let round = -2; round < rounds || performance.now() < end; round++) {
    for (const name of names) {
      const start = performance.now();
      runs[name]();
      const ms = performance.now() - start;
      if (round >= 0) best.set(name, Math.min(ms, best.get(name) ?? ms));
    }
  }
  return Object.fromEntries(best) as Record<Name, number>;
}

export interface TimingOptions {
  /** 5 unless given. */
  readonly rounds?: number;
  /** 2000 unless given; of one shape, all that is compared there together. */
  readonly budgetMs?: number;
}

import { performance } from 'node:perf_hooks';
import type { TimingOptions } from '@bitfront/kernels/bench';

/**
 * Samples of each run. They take turns, so that a disturbance of the machine meets all of them, for at least `rounds`
 * rounds (5 unless given) and then until `budgetMs` (3000) is spent. What comes before does not count, two rounds and
 * a third of that time at least: V8 is still compiling.
 */
export function takeTurns<Name extends string, Sample>(
  runs: Readonly<Record<Name, () => Sample>>,
  { rounds = 5, budgetMs = 3000 }: TimingOptions = {},
): Record<Name, readonly Sample[]> {
  const names = Object.keys(runs) as Name[];
  const samples = new Map<Name, Sample[]>(names.map((name) => [name, []]));
  const takeRound = () => {
    for (const name of names) samples.get(name)?.push(runs[name]());
  };
  repeat(takeRound, 2, budgetMs / 3);
  for (const name of names) samples.set(name, []);
  repeat(takeRound, rounds, budgetMs);
  return Object.fromEntries(samples) as Record<Name, Sample[]>;
}

function repeat(takeRound: () => void, rounds: number, budgetMs: number): void {
  const end = performance.now() + budgetMs;
  for (let round = 0; round < rounds || performance.now() < end; round++) takeRound();
}

import type { Point } from '@bitfront/core';
import { randomStream } from '@bitfront/math';
import type { Plan } from '../plan/plan.ts';

/** Points in plan order, one at a time; undefined at the end. Every call of this function starts anew. */
export function askPoints(plan: Plan): () => Point | undefined {
  const { stage } = plan.sampler;
  const run = stage.start(plan.space, samplerDefaults(plan), {
    random: (...key) => randomStream(String(plan.seed), stage.name, ...key),
    ...(plan.budget === undefined ? {} : { budget: plan.budget }),
  });
  return () => {
    const asked = run.ask();
    return asked === 'done' || asked === 'wait' ? undefined : asked;
  };
}

/** Larger grids with rules are not walked through just to be counted. */
const mostCounted = 200_000;

/** How many points the plan has, rules applied; for a very large grid with rules an upper bound. */
export function countPoints(plan: Plan): number {
  if (plan.space.size > mostCounted && plan.sampler.name === 'sampler-grid')
    return Math.min(plan.space.size, plan.budget ?? Infinity);
  if (plan.rules.length === 0 && plan.sampler.name === 'sampler-grid')
    return Math.min(plan.space.size, plan.budget ?? Infinity);
  const next = askPoints(plan);
  let count = 0;
  while (next() !== undefined) count++;
  return count;
}

function samplerDefaults(plan: Plan): Readonly<Record<string, never>> {
  const entries = Object.entries(
    plan.sampler.stage.parameters as Record<string, { readonly default?: unknown }>,
  );
  return Object.fromEntries(entries.map(([name, parameter]) => [name, parameter.default as never]));
}

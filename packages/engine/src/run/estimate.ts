import type { CallSuccess, Executor, Host } from '@bitfront/core';
import type { Plan } from '../plan/plan.ts';
import { askPoints, countPoints } from './ask-points.ts';
import type { Handle } from './handle.ts';
import { choicePreparer, type PreparedChoice } from './prepared-choice.ts';
import { type Inputs, stageKey, stageSeed } from './stage-key.ts';

/** Points looked at; a larger plan is counted from these and says so. */
const mostPoints = 50_000;

/** How often a stage will run if nothing is cached. */
export interface EstimatedCalls {
  readonly slot: string;
  readonly plugin: string;
  readonly weight: 'light' | 'heavy';
  readonly calls: number;
  /** False for an upper bound: outputs above that turn out equal would save calls. */
  readonly exact: boolean;
}

export interface Estimate {
  readonly points: number;
  /** Points that were looked at; fewer than `points` in a very large plan. */
  readonly counted: number;
  readonly calls: readonly EstimatedCalls[];
}

interface Foreseen extends Handle {
  /** True if the content is known without running anything heavy. */
  readonly known: boolean;
}

/**
 * Counts the distinct calls of every stage without running a heavy one. Light stages whose inputs are known do run:
 * fifty technologies with equal flip probabilities are seen to need one evaluation.
 */
export async function estimate(
  plan: Plan,
  world: { readonly executor: Executor; readonly host: Host },
): Promise<Estimate> {
  const prepare = choicePreparer(plan);
  const next = askPoints(plan);
  const seen = new Map<string, Promise<Foreseen>>();
  const tallies = new Map<string, { first: PreparedChoice; keys: number; exact: boolean }>();
  const distinct = new Map<string, number>();

  const foresee = (choice: PreparedChoice, inputs: Map<string, Foreseen>): Promise<Foreseen> => {
    const key = stageKey(choice, inputs, stageSeed(choice, inputs, plan.seed), '');
    let found = seen.get(key);
    if (found === undefined) {
      const open = choice.needs.filter(([kind]) => inputs.get(kind)?.known !== true);
      const exact = open.every(([kind]) => (distinct.get(kind) ?? 0) <= 1);
      const name = `${choice.slot} ${choice.plugin.name}`;
      const tally = tallies.get(name);
      tallies.set(name, {
        first: choice,
        keys: (tally?.keys ?? 0) + 1,
        exact: exact && (tally?.exact ?? true),
      });
      distinct.set(choice.gives, (distinct.get(choice.gives) ?? 0) + 1);
      const light = choice.plugin.stage.weight === 'light';
      found =
        light && open.length === 0
          ? runLight(key, choice, inputs, plan, world)
          : Promise.resolve(unseen(key));
      seen.set(key, found);
    }
    return found;
  };

  let counted = 0;
  for (let point = next(); point !== undefined && counted < mostPoints; point = next()) {
    counted++;
    const inputs = new Map<string, Foreseen>();
    for (const choice of prepare(point)) inputs.set(choice.gives, await foresee(choice, inputs));
  }
  const order = plan.slots.flatMap((slot) => slot.choices.map(({ plugin }) => `${slot.name} ${plugin.name}`));
  const calls = order.flatMap((name) => {
    const tally = tallies.get(name);
    if (tally === undefined) return [];
    const { slot, plugin } = tally.first;
    const { weight } = plugin.stage;
    return [{ slot, plugin: plugin.name, weight, calls: tally.keys, exact: tally.exact } as EstimatedCalls];
  });
  return { points: counted < mostPoints ? counted : countPoints(plan), counted, calls };
}

/** An output that is not computed now: its parts are named after the call that would make them. */
function unseen(key: string): Foreseen {
  const hashes = new Proxy({}, { get: (_target, part) => `${key}.${String(part)}` });
  return { key, hashes, known: false, content: () => ({}) };
}

async function runLight(
  key: string,
  choice: PreparedChoice,
  inputs: Inputs,
  plan: Plan,
  world: { readonly executor: Executor; readonly host: Host },
): Promise<Foreseen> {
  const { name, module } = choice.plugin;
  const gathered: Record<string, CallSuccess['artifact']> = {};
  for (const [kind] of choice.needs) gathered[kind] = (await inputs.get(kind)?.content()) ?? {};
  const seed = stageSeed(choice, inputs, plan.seed);
  const call = {
    plugin: name,
    module,
    parameters: choice.parameters,
    inputs: gathered,
    seed,
    host: world.host,
  };
  const [outcome] = await world.executor.run([call]);
  if (outcome?.ok !== true) return unseen(key);
  return { key, hashes: outcome.hashes, known: true, content: () => outcome.artifact };
}

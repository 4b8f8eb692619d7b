import { canonical, type Host, type ParameterValue } from '@bitfront/core';
import type { Plan, PlanChoice } from '../plan/plan.ts';

/** More combinations than these are not looked at one by one. */
const mostCombinations = 256;

/**
 * Content hashes of the files outside the pipeline that its stages read, by plugin and parameters. A file that cannot
 * be read is left out: its points fail with an error of their own.
 */
export async function outsideFiles(plan: Plan, host: Host): Promise<Readonly<Record<string, string>>> {
  const hashes: Record<string, string> = {};
  for (const { choices } of plan.slots)
    for (const choice of choices) {
      const { stage, name } = choice.plugin;
      if (stage.fingerprint === undefined) continue;
      for (const parameters of combinations(choice))
        try {
          hashes[`${name}${canonical(parameters)}`] = await stage.fingerprint(parameters, host);
        } catch {
          // The same error meets the points that need the file, and names it there.
        }
    }
  return hashes;
}

type Parameters = Readonly<Record<string, ParameterValue>>;

function combinations({ fixed, axes }: PlanChoice): readonly Parameters[] {
  let found: readonly Parameters[] = [fixed];
  for (const { assignments } of axes) {
    if (found.length * assignments.length > mostCombinations) return [];
    found = found.flatMap((one) => assignments.map((assignment) => ({ ...one, ...assignment })));
  }
  return found;
}

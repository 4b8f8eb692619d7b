import type { Point, PointChoice, Upstream } from '@bitfront/core';
import { bitfrontError } from '@bitfront/errors';
import type { LoadedPlugin, PlanChoice, PlanSlot } from './plan.ts';
import type { Rule } from './rule.ts';

/** What the stages above have declared, by the kind of artifact they give. */
export type Above = Record<string, Upstream[keyof Upstream]>;

/**
 * Asks every plugin once per combination of alternatives, with the first value of every axis, unless a rule excludes it.
 * Other values are asked point by point, where a refusal is a failed row.
 * @throws PIPELINE_REFUSED
 */
export function refuseCombinations(
  slots: readonly PlanSlot[],
  rules: readonly Rule[],
  above: Above = {},
  chosen: Point = {},
): void {
  const [slot, ...below] = slots;
  if (slot === undefined) return;
  if (slots.every((one) => one.choices.every(({ plugin }) => plugin.stage.requires === undefined))) return;
  for (const choice of slot.choices) {
    const parameters = firstParameters(choice);
    const point = { ...chosen, [slot.name]: { plugin: choice.plugin.name, parameters } };
    // A rule over slots further below holds so far.
    if (!rules.every((rule) => rule.holds(point))) continue;
    const reason = refusal(choice.plugin, parameters, above);
    if (reason !== undefined) throw bitfrontError('PIPELINE_REFUSED', { plugin: choice.plugin.name, reason });
    const seen = { ...above, [choice.plugin.stage.gives as string]: declared(choice.plugin, parameters) };
    refuseCombinations(below, rules, seen, point);
  }
}

/** The plugin's reason against what stands above it, or nothing. */
export function refusal(
  plugin: LoadedPlugin,
  parameters: PointChoice['parameters'],
  above: Above,
): string | undefined {
  return plugin.stage.requires?.(above as Upstream, parameters);
}

/** What a plugin shows to those below it. */
export function declared(
  plugin: LoadedPlugin,
  parameters: PointChoice['parameters'],
): Upstream[keyof Upstream] {
  return { plugin: plugin.name, capabilities: plugin.stage.capabilities ?? {}, parameters };
}

function firstParameters(choice: PlanChoice): PointChoice['parameters'] {
  return Object.assign({}, choice.fixed, ...choice.axes.map((axis) => axis.assignments[0]));
}

import type { ParameterValue, Point, PointChoice, Space } from '@bitfront/core';
import { bitfrontError } from '@bitfront/errors';
import { getOrMake } from '../run/get-or-make.ts';
import type { PlanChoice, PlanSlot } from './plan.ts';
import type { Rule } from './rule.ts';

const mostCombinations = 100_000;
/** Choices kept ready per alternative; equal choices of neighbouring points are one object. */
const mostKept = 10_000;

/** A digit of a point's index: one axis, or several paired ones. */
interface Digit {
  readonly size: number;
  /** Which axes of which slots follow it. */
  readonly follows: readonly { readonly slot: number; readonly axis: number }[];
}

/** One combination of alternatives: a plain grid. */
interface Combination {
  readonly choices: readonly PlanChoice[];
  readonly digits: readonly Digit[];
  readonly first: number;
  readonly size: number;
}

/**
 * The grid of a plan. Points are made when asked for; combinations of alternatives come in slot order, and within one
 * the last axis of the last slot varies fastest.
 * @throws PIPELINE_PAIRED_LENGTHS, PIPELINE_TOO_MANY_ALTERNATIVES
 */
export function gridSpace(slots: readonly PlanSlot[], rules: readonly Rule[]): Space {
  const combinations = combine(slots);
  const size = combinations.reduce((sum, combination) => sum + combination.size, 0);
  const kept = new Map<PlanChoice, Map<string, PointChoice>>();
  return {
    size,
    at(index) {
      const combination = findCombination(combinations, index);
      const positions = decode(combination, index - combination.first);
      const point: Record<string, PointChoice> = {};
      combination.choices.forEach((choice, slot) => {
        point[slots[slot]?.name ?? ''] = assign(choice, positions[slot] ?? [], kept);
      });
      return point as Point;
    },
    allows: (point) => rules.every((rule) => rule.holds(point)),
  };
}

function combine(slots: readonly PlanSlot[]): readonly Combination[] {
  const count = slots.reduce((product, slot) => product * slot.choices.length, 1);
  if (count > mostCombinations)
    throw bitfrontError('PIPELINE_TOO_MANY_ALTERNATIVES', { count, limit: mostCombinations });
  let lists: readonly (readonly PlanChoice[])[] = [[]];
  for (const slot of slots) lists = lists.flatMap((list) => slot.choices.map((choice) => [...list, choice]));
  let first = 0;
  return lists.map((choices) => {
    const digits = digitsOf(choices);
    const size = digits.reduce((product, digit) => product * digit.size, 1);
    const combination = { choices, digits, first, size };
    first += size;
    return combination;
  });
}

function digitsOf(choices: readonly PlanChoice[]): readonly Digit[] {
  const digits: { size: number; follows: { slot: number; axis: number }[]; group: string | undefined }[] = [];
  choices.forEach((choice, slot) => {
    choice.axes.forEach(({ assignments, group }, axis) => {
      const shared = group === undefined ? undefined : digits.find((digit) => digit.group === group);
      if (shared === undefined) {
        digits.push({ size: assignments.length, follows: [{ slot, axis }], group });
        return;
      }
      if (shared.size !== assignments.length) {
        const lengths = [shared.size, assignments.length];
        throw bitfrontError('PIPELINE_PAIRED_LENGTHS', { group: group ?? '', lengths });
      }
      shared.follows.push({ slot, axis });
    });
  });
  return digits;
}

function findCombination(combinations: readonly Combination[], index: number): Combination {
  let low = 0;
  let high = combinations.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((combinations[middle]?.first ?? 0) <= index) low = middle;
    else high = middle - 1;
  }
  const found = combinations[low];
  if (found === undefined || index < 0 || index >= found.first + found.size)
    throw bitfrontError('ENGINE_INDEX_OUTSIDE', { index, size: (found?.first ?? 0) + (found?.size ?? 0) });
  return found;
}

/** Position on every axis of every slot. */
function decode({ choices, digits }: Combination, offset: number): readonly number[][] {
  const positions = choices.map((choice) => choice.axes.map(() => 0));
  let rest = offset;
  for (let place = digits.length - 1; place >= 0; place--) {
    const digit = digits[place] as Digit;
    const value = rest % digit.size;
    rest = Math.floor(rest / digit.size);
    for (const { slot, axis } of digit.follows) (positions[slot] as number[])[axis] = value;
  }
  return positions;
}

function assign(
  choice: PlanChoice,
  positions: readonly number[],
  kept: Map<PlanChoice, Map<string, PointChoice>>,
): PointChoice {
  const ready = getOrMake(kept, choice, () => new Map<string, PointChoice>());
  const key = positions.join();
  let found = ready.get(key);
  if (found === undefined) {
    const parameters: Record<string, ParameterValue> = { ...choice.fixed };
    choice.axes.forEach((axis, index) => {
      Object.assign(parameters, axis.assignments[positions[index] ?? 0]);
    });
    found = Object.freeze({
      plugin: choice.plugin.name,
      parameters: Object.freeze(ordered(choice, parameters)),
    });
    if (ready.size >= mostKept) ready.clear();
    ready.set(key, found);
  }
  return found;
}

/** Parameters in the order of the schema, so that equal choices read and hash equally. */
function ordered(
  choice: PlanChoice,
  parameters: Record<string, ParameterValue>,
): Record<string, ParameterValue> {
  const names = Object.keys(choice.plugin.stage.parameters);
  return Object.fromEntries(names.map((name) => [name, parameters[name] as ParameterValue]));
}

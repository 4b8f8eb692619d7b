import type { AnyStage } from '@bitfront/core';
import { describe, expect, it } from 'vitest';
import type { PlanSlot } from './plan.ts';
import { refuseCombinations } from './refuse-combinations.ts';
import { parseRule } from './rule.ts';

/** A slot whose axis `bits` begins with the first of the values. */
function slot(name: string, bits: readonly number[], requires?: AnyStage['requires']): PlanSlot {
  const stage = { gives: name, parameters: {}, requires } as unknown as AnyStage;
  const assignments = bits.map((value) => ({ bits: value }));
  const plugin = { name: `${name}-x`, stage };
  return {
    name,
    choices: [{ plugin, fixed: {}, axes: [{ assignments }], given: [] }],
  } as unknown as PlanSlot;
}

const alike: AnyStage['requires'] = ({ evaluation }, { bits }: { readonly bits: number }) =>
  evaluation?.parameters.bits === bits ? undefined : 'The bits differ.';
const slots = (evaluated: readonly number[], priced: readonly number[]) => [
  slot('evaluation', evaluated),
  slot('cost', priced, alike),
];

describe('refuseCombinations', () => {
  it('asks with the first value of every axis', () => {
    expect(() => refuseCombinations(slots([4, 6], [4, 5]), [])).not.toThrow();
    expect(() => refuseCombinations(slots([4, 6], [6, 4]), [])).toThrow(
      expect.objectContaining({ code: 'PIPELINE_REFUSED' }),
    );
  });

  it('asks nothing of a combination that a rule excludes, as the refusal advises', () => {
    const rules = [parseRule('evaluation.bits == cost.bits')];
    expect(() => refuseCombinations(slots([4, 6], [6, 4]), rules)).not.toThrow();
    expect(() => refuseCombinations(slots([4, 6], [6, 4]), [parseRule('cost.bits > 5')])).toThrow(
      'The bits differ.',
    );
  });
});

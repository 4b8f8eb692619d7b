import type { AnyStage, ChoiceData } from '@bitfront/core';
import { describe, expect, it } from 'vitest';
import { tinyPlan } from '../fixtures/tiny-plan.ts';
import type { Plan } from '../plan/plan.ts';
import type { Handle } from './handle.ts';
import { choicePreparer, type PreparedChoice } from './prepared-choice.ts';
import { stageKey, stageSeed } from './stage-key.ts';

const plan = (evaluator: ChoiceData['parameters'] = { repeats: 3 }) =>
  tinyPlan({ device: { priceFj: 1, flip: 0.1 }, evaluator, cost: { arrayRows: 16 } });

/** The choice of the evaluator, whose plugin may have been changed. */
const evaluator = (
  of: Plan = plan(),
  changes: { readonly hash?: string; readonly stage?: Partial<AnyStage> } = {},
) => {
  const [, choice] = choicePreparer({
    ...of,
    slots: of.slots.map((slot) => ({
      ...slot,
      choices: slot.choices.map((one) =>
        slot.name === 'evaluator'
          ? {
              ...one,
              plugin: {
                ...one.plugin,
                hash: changes.hash ?? one.plugin.hash,
                stage: { ...one.plugin.stage, ...changes.stage },
              },
            }
          : one,
      ),
    })),
  })(of.space.at(0));
  return choice as PreparedChoice;
};

const inputs = (parts: Readonly<Record<string, string>> = {}) => {
  const hashes = { faults: 'f', cell: 'c', ...parts };
  const memory: Handle = { key: 'k', hashes, content: () => ({}) };
  return new Map([['memory', memory]]);
};
const seed = (choice = evaluator(), above = inputs(), runSeed = 1) => stageSeed(choice, above, runSeed);
const key = (choice = evaluator(), above = inputs(), of = 'seed', external = '') =>
  stageKey(choice, above, of, external);

const newer = { stage: { version: 2 } };
const stream = (randomness: AnyStage['randomness']) =>
  evaluator(plan(), { stage: { ...(randomness && { randomness }) } });

describe('stageSeed', () => {
  it('is a hash that depends on the run seed, the stream and what is declared', () => {
    const declared = { stream: 'evaluation', from: ['parameters.repeats'] };
    const seeds = [
      seed(),
      seed(evaluator(), inputs(), 2),
      seed(evaluator(plan({ repeats: 4 }))),
      seed(stream({ ...declared, stream: 'other' })),
      seed(stream({ ...declared, from: ['parameters.repeats', 'memory.cell'] })),
      seed(stream({ ...declared, from: ['parameters.repeats', 'memory.cell'] }), inputs({ cell: 'd' })),
    ];
    for (const one of seeds) expect(one).toMatch(/^[0-9a-f]{64}$/);
    expect(new Set(seeds).size).toBe(seeds.length);
  });

  it('depends neither on code and version, nor on parameters and inputs that are not declared', () => {
    expect(seed(evaluator(plan(), { hash: 'new code' }))).toBe(seed());
    expect(seed(evaluator(plan(), newer))).toBe(seed());
    expect(seed(evaluator(plan({ repeats: 3, mood: 'throws' })))).toBe(seed());
    expect(seed(evaluator(), inputs({ faults: 'other probabilities' }))).toBe(seed());
  });

  it('is empty for a stage without randomness', () => {
    const { randomness: _, ...stage } = evaluator().plugin.stage;
    const choice = evaluator();
    expect(seed({ ...choice, plugin: { ...choice.plugin, stage } })).toBe('');
  });
});

describe('stageKey', () => {
  it('depends on code, version, parameters, the parts that are read, the seed and files outside', () => {
    const keys = [
      key(),
      key(evaluator(plan(), { hash: 'new code' })),
      key(evaluator(plan(), newer)),
      key(evaluator(plan({ repeats: 4 }))),
      key(evaluator(plan({ repeats: 3, mood: 'throws' }))),
      key(evaluator(), inputs({ faults: 'other probabilities' })),
      key(evaluator(), inputs(), 'other seed'),
      key(evaluator(), inputs(), 'seed', 'other files'),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('does not depend on parts that are not read: technologies of equal faults share an evaluation', () => {
    expect(key(evaluator(), inputs({ cell: 'another cell' }))).toBe(key());
  });

  it('does not depend on the order in which parts and kinds are named', () => {
    const needs = (faultsFirst: boolean) =>
      evaluator(plan(), {
        stage: {
          needs: faultsFirst
            ? { memory: ['faults', 'cell'], dataset: [] }
            : { dataset: [], memory: ['cell', 'faults'] },
        },
      });
    expect(key(needs(true))).toBe(key(needs(false)));
  });
});

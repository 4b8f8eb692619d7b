import type { StageCall } from '@bitfront/core';
import { expect, it } from 'vitest';
import { tinyPlan } from '../fixtures/tiny-plan.ts';
import { callHints } from './call-hints.ts';
import type { Handle } from './handle.ts';
import { choicePreparer, type PreparedChoice } from './prepared-choice.ts';

const plan = tinyPlan({ device: { priceFj: 1, flip: 0.1 }, cost: { arrayRows: 16 } });
const [, evaluator, cost] = choicePreparer(plan)(plan.space.at(0)) as readonly PreparedChoice[];

/** The cost model reads what a light device and a heavy evaluator give. */
const hintsFor = (cell: string, activity: string): Pick<StageCall, 'inputHashes' | 'affinity'> => {
  const handle = (hashes: Readonly<Record<string, string>>): Handle => ({
    key: 'k',
    hashes,
    content: () => ({}),
  });
  const memory = handle({ cell, write: 'w', faults: 'unread' });
  return callHints(
    cost as PreparedChoice,
    new Map(Object.entries({ memory, evaluation: handle({ activity }) })),
  );
};

it('tells a call the hashes of the parts that it reads', () => {
  expect(hintsFor('c', 'a').inputHashes).toEqual({
    memory: { cell: 'c', write: 'w' },
    evaluation: { activity: 'a' },
  });
});

it('brings calls together that read the same of heavy stages, whatever the light ones gave', () => {
  const { affinity } = hintsFor('c', 'a');
  expect(affinity).toContain('cost-tiny');
  expect(hintsFor('other', 'a').affinity).toBe(affinity);
  expect(hintsFor('c', 'other').affinity).not.toBe(affinity);
});

it('has no wish for a call that reads nothing of a heavy stage', () => {
  const memory: Handle = { key: 'k', hashes: { faults: 'f' }, content: () => ({}) };
  const hints = callHints(evaluator as PreparedChoice, new Map([['memory', memory]]));
  expect(hints).toEqual({ inputHashes: { memory: { faults: 'f' } } });
});

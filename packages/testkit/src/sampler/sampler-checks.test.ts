import { defineSampler, type Point, type Sampler, type Space } from '@bitfront/core';
import { bitfrontError } from '@bitfront/errors';
import { describe, expect, it } from 'vitest';
import { failingChecks } from '../failing-checks.ts';
import { describeSampler, samplerChecks } from './sampler-checks.ts';

type Answer = Point | 'wait' | 'done';
type Start = Sampler<Record<never, never>>['start'];

function toy(start: Start, adaptive = false): Sampler<Record<never, never>> {
  return defineSampler({
    name: 'sampler-toy',
    version: 1,
    doc: 'a search for tests',
    parameters: {},
    source: { cite: 'Bitfront', where: 'test', how: 'derived', residual: 'exact' },
    capabilities: { adaptive, intervals: false },
    start,
  });
}

/** Answers with the points of a list, then with done. */
const listed = (points: readonly Point[], budget = Number.POSITIVE_INFINITY) => {
  let next = 0;
  return { ask: (): Answer => (next < budget ? (points[next++] ?? 'done') : 'done') };
};

function allowed(space: Space): readonly Point[] {
  if (!Number.isFinite(space.size)) throw bitfrontError('SAMPLER_SPACE_INFINITE', { plugin: 'sampler-toy' });
  const points = Array.from({ length: space.size }, (_, index) => space.at(index));
  return points.filter((point) => space.allows(point));
}

const good = toy((space, _, { budget }) => listed(allowed(space), budget));

/** Asks, then waits until it is told, in turn. */
const patient = toy((space, _, { budget }) => {
  const { ask } = listed(allowed(space), budget);
  let waiting = false;
  return {
    ask: () => {
      if (waiting) return 'wait';
      const answer = ask();
      waiting = answer !== 'done';
      return answer;
    },
    tell: () => {
      waiting = false;
    },
  };
}, true);

describeSampler(good, { parameters: {}, exhaustive: true });
describeSampler(patient, { parameters: {}, exhaustive: true });

let starts = 0;
const broken: readonly (readonly [name: string, sampler: ReturnType<typeof toy>, check: string])[] = [
  [
    'forbidden points',
    toy((space) => listed(Array.from({ length: space.size }, (_, index) => space.at(index)))),
    'asks only points of the space, and none that a rule forbids',
  ],
  [
    'an invented point',
    toy((space) => listed([...allowed(space), { device: { plugin: 'c', parameters: {} } }])),
    'asks only points of the space, and none that a rule forbids',
  ],
  [
    'a point asked twice',
    toy((space) => listed([...allowed(space), ...allowed(space).slice(0, 1)])),
    'asks no point twice',
  ],
  ['a point left out', toy((space) => listed(allowed(space).slice(1))), 'covers every allowed point'],
  [
    'an order that changes',
    toy((space) => listed(starts++ % 2 === 0 ? allowed(space) : [...allowed(space)].reverse())),
    'asks in the same order for the same seed',
  ],
  ['a budget overrun', toy((space) => listed(allowed(space))), 'keeps to its budget'],
  [
    'no end',
    toy((space) => {
      const points = allowed(space);
      let next = 0;
      return { ask: (): Answer => points[next++ % Math.max(1, points.length)] ?? 'wait' };
    }),
    'ends with done, even where the rules forbid everything',
  ],
  [
    'rejection without end',
    toy((space) => ({
      ask: () => {
        let point = space.at(0);
        while (!space.allows(point)) point = space.at(0);
        return point;
      },
    })),
    'ends with done, even where the rules forbid everything',
  ],
  [
    'points after done',
    toy((space) => {
      const points: Answer[] = [...allowed(space), 'done', ...allowed(space)];
      return { ask: () => points.shift() ?? 'done' };
    }),
    'ends with done, even where the rules forbid everything',
  ],
  ['waiting for nothing', toy(() => ({ ask: () => 'wait' as const }), true), 'goes on after failed points'],
  ['waiting although not adaptive', { ...patient, capabilities: good.capabilities }, 'asks no point twice'],
  [
    'a space with an interval',
    toy((space, _, { budget }) =>
      Number.isFinite(space.size) ? listed(allowed(space), budget) : listed([space.at(0)]),
    ),
    'refuses intervals, which it does not draw from',
  ],
];

describe('samplerChecks', () => {
  it.each(broken)('catches %s', async (_, sampler, check) => {
    expect(await failingChecks(samplerChecks(sampler, { parameters: {}, exhaustive: true }))).toContain(
      check,
    );
  });

  it('finds nothing wrong with good searches', async () => {
    for (const sampler of [good, patient])
      expect(await failingChecks(samplerChecks(sampler, { parameters: {}, exhaustive: true }))).toEqual([]);
  });

  it('lets a search leave points out when it does not claim to visit all', async () => {
    const sampler = toy((space, _, { budget }) => listed(allowed(space).slice(0, 9), budget));
    expect(await failingChecks(samplerChecks(sampler, { parameters: {}, exhaustive: false }))).toEqual([]);
  });
});

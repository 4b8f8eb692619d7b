import type { AnySampler, GivenParameters, ParameterSchema, Sampler, Space } from '@bitfront/core';
import { BitfrontError } from '@bitfront/errors';
import { type Check, contractCheck, type Demand } from '../check.ts';
import { describeChecks } from '../describe-checks.ts';
import { descriptionChecks } from '../plugin/description-checks.ts';
import { parameterChecks } from '../plugin/parameter-checks.ts';
import { type Drive, driveSampler } from './drive-sampler.ts';
import { allowedPoints, endlessSpace, toySpace } from './toy-space.ts';

export interface SamplerSuite<Schema extends ParameterSchema> {
  readonly parameters: GivenParameters<Schema>;
  /** Whether it visits every allowed point when no budget stops it. */
  readonly exhaustive: boolean;
}

/** The contract of a search strategy, tried on small conditional spaces. */
export function samplerChecks<Schema extends ParameterSchema>(
  sampler: Sampler<Schema>,
  suite: SamplerSuite<Schema>,
): readonly Check[] {
  const plain: AnySampler = sampler;
  const drive = (space: Space, demand: Demand, options?: Drive) =>
    driveSampler(plain, suite.parameters, space, demand, options).map((point) => JSON.stringify(point));
  const spaces = () => [toySpace(3, 2, 4), toySpace(3, 2, 4, (index) => index % 3 !== 0), toySpace(1, 0, 1)];
  const check = (name: string, body: (demand: Demand) => void) => contractCheck(sampler.name, name, body);
  return [
    ...descriptionChecks(sampler),
    ...parameterChecks(sampler.name, sampler.parameters),
    check('asks only points of the space, and none that a rule forbids', (demand) => {
      for (const space of spaces()) {
        const allowed = new Set(allowedPoints(space));
        for (const point of drive(space, demand)) demand(allowed.has(point), `${point} is not allowed.`);
      }
    }),
    check('asks no point twice', (demand) => {
      for (const space of spaces()) {
        const asked = drive(space, demand);
        demand(
          new Set(asked).size === asked.length,
          `${asked.length} points, ${new Set(asked).size} different ones.`,
        );
      }
    }),
    ...(suite.exhaustive
      ? [
          check('covers every allowed point', (demand) => {
            for (const space of spaces()) {
              const asked = new Set(drive(space, demand));
              const missing = allowedPoints(space).filter((point) => !asked.has(point));
              demand(missing.length === 0, `it left out ${missing.slice(0, 3).join(' and ')}.`);
            }
          }),
        ]
      : []),
    check('ends with done, even where the rules forbid everything', (demand) => {
      demand(
        drive(
          toySpace(2, 2, 2, () => false),
          demand,
        ).length === 0,
        'it asked for a forbidden point.',
      );
      for (const space of spaces()) drive(space, demand);
    }),
    check('asks in the same order for the same seed', (demand) => {
      for (const space of spaces()) {
        const [first, second] = [drive(space, demand), drive(space, demand)];
        demand(first.join() === second.join(), 'two searches asked differently.');
      }
    }),
    check('keeps to its budget', (demand) => {
      for (const budget of [1, 5]) {
        const { length } = drive(toySpace(3, 2, 4), demand, { budget });
        demand(length <= budget, `it asked for ${length} points with a budget of ${budget}.`);
        demand(length > 0, `it asked for nothing with a budget of ${budget}.`);
      }
    }),
    check('goes on after failed points', (demand) => {
      demand(drive(toySpace(3, 2, 4), demand, { failing: true }).length > 0, 'it asked for nothing.');
    }),
    ...(sampler.capabilities.intervals ? [] : [refusesIntervals(plain, suite.parameters)]),
  ];
}

/** The contract of a search strategy as a vitest suite. */
export function describeSampler<Schema extends ParameterSchema>(
  sampler: Sampler<Schema>,
  suite: SamplerSuite<Schema>,
): void {
  describeChecks(`${sampler.name} keeps the contract of a sampler`, samplerChecks(sampler, suite));
}

function refusesIntervals(sampler: AnySampler, given: Readonly<Record<string, unknown>>): Check {
  return contractCheck(sampler.name, 'refuses intervals, which it does not draw from', (demand) => {
    try {
      // With a limit of its own: a sampler that accepts the space must not be driven to its end.
      driveSampler(sampler, given, { ...endlessSpace, size: Number.POSITIVE_INFINITY }, stopAtOnce, {
        budget: 3,
      });
    } catch (refusal) {
      demand(
        refusal instanceof BitfrontError && refusal.code !== 'CONTRACT_BROKEN',
        `it failed with ${refusal}.`,
      );
      return;
    }
    demand(false, 'it accepted a space with an interval.');
  });
}

const stopAtOnce: Demand = () => undefined;

import { type AnySampler, checkParameters, type Point, type Space } from '@bitfront/core';
import { randomStream } from '@bitfront/math';
import type { Demand } from '../check.ts';

export interface Drive {
  readonly seed?: string;
  readonly budget?: number;
  /** Tell no objectives, as for points that failed. */
  readonly failing?: boolean;
}

/** Runs a search to its end as the engine does and returns the points in the order in which it asked for them. */
export function driveSampler(
  sampler: AnySampler,
  given: Readonly<Record<string, unknown>>,
  space: Space,
  demand: Demand,
  drive: Drive = {},
): readonly Point[] {
  const parameters = checkParameters(sampler.name, sampler.parameters, given);
  const run = sampler.start(space, parameters, {
    random: (...key) => randomStream(drive.seed ?? '1', ...key),
    ...(drive.budget === undefined ? {} : { budget: drive.budget }),
  });
  const asked: Point[] = [];
  const limit = Math.min(4 * space.size, 100_000) + 1000;
  let outstanding: Point[] = [];
  for (let step = 0; step <= limit; step++) {
    const answer = run.ask();
    if (answer === 'done') {
      demand(run.ask() === 'done', 'after "done" it asked on.');
      return asked;
    }
    if (answer === 'wait') {
      demand(sampler.capabilities.adaptive, 'it waits for results although it is not adaptive.');
      demand(outstanding.length > 0, 'it waits although every point it asked for has been told.');
      for (const point of outstanding)
        run.tell?.(drive.failing === true ? { point } : { point, objectives: objectivesOf(point) });
      outstanding = [];
    } else {
      asked.push(answer);
      outstanding.push(answer);
    }
  }
  demand(false, `it did not end after ${limit} steps in a space of ${space.size} points.`);
  return asked;
}

/** Two objectives in conflict, as smooth in the parameters as plain numbers allow. */
function objectivesOf(point: Point): readonly number[] {
  const numbers = Object.values(point).flatMap(({ parameters }) =>
    Object.values(parameters).filter((value): value is number => typeof value === 'number'),
  );
  const total = numbers.reduce((sum, value) => sum + value, 0);
  return [total, 1 / (1 + total)];
}

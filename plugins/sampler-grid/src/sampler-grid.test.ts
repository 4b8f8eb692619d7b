import type { Point, Space } from '@bitfront/core';
import { randomStream } from '@bitfront/math';
import { describeSampler, endlessSpace, toySpace } from '@bitfront/testkit';
import { describe, expect, it } from 'vitest';
import sampler from './sampler-grid.ts';

const context = { random: (...key: readonly (string | number)[]) => randomStream('1', ...key) };

function points(space: Space, budget?: number): Point[] {
  const run = sampler.start(space, {}, budget === undefined ? context : { ...context, budget });
  const asked: Point[] = [];
  for (let point = run.ask(); typeof point !== 'string'; point = run.ask()) asked.push(point);
  return asked;
}

describeSampler(sampler, { parameters: {}, exhaustive: true });

describe('sampler-grid', () => {
  it('goes through the space in index order and skips what a rule forbids', () => {
    const space = toySpace(2, 1, 2, (index) => index !== 1 && index !== 4);
    expect(points(space)).toEqual([0, 2, 3, 5].map((index) => space.at(index)));
  });

  it('counts points asked for, not points looked at, against the budget', () => {
    const space = toySpace(5, 5, 5, (index) => index % 10 === 9);
    expect(points(space, 3)).toEqual([9, 19, 29].map((index) => space.at(index)));
  });

  it('refuses a space with an interval', () => {
    expect(() => points(endlessSpace)).toThrow(expect.objectContaining({ code: 'SAMPLER_SPACE_INFINITE' }));
  });

  it('goes through ten million points without keeping them', () => {
    const point: Point = {};
    let looked = 0;
    const space: Space = { size: 1e7, at: () => point, allows: () => ++looked % 1000 === 0 };
    const run = sampler.start(space, {}, context);
    const before = process.memoryUsage().heapUsed;
    let asked = 0;
    while (run.ask() !== 'done') asked++;
    expect([asked, looked]).toEqual([10_000, 10_000_000]);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(50e6);
  });
});

import { describeSampler, toySpace } from '@bitfront/testkit';
import { randomStream } from '@bitfront/math';
import { expect, it } from 'vitest';
import sampler from './plugin.ts';

describeSampler(sampler, { parameters: { stride: 1 }, exhaustive: true });

it('asks every third point of a grid of twelve', () => {
  const space = toySpace(2, 1, 4);
  const run = sampler.start(space, { stride: 3 }, { random: (...key) => randomStream('1', ...key) });
  const asked = [];
  for (let point = run.ask(); typeof point !== 'string'; point = run.ask()) asked.push(point);
  expect(asked).toEqual([0, 3, 6, 9].map((index) => space.at(index)));
});

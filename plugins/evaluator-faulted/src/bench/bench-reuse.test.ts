import { randomStream } from '@bitfront/math';
import { expect, test } from 'vitest';
import { evaluationInput, none } from '../random-input.fixture.ts';
import { benchReuse } from './bench-reuse.ts';
import { randomNetwork } from './random-network.ts';

test('times a sweep with and without reuse, which agree', () => {
  const { dataset, encoding } = evaluationInput([30, 20, 4], { kind: 'fixed-point', bits: 8 }, none);
  const network = randomNetwork(dataset, [17, 9], randomStream('bench'));
  expect(network.weights.map(({ rows, columns }) => [rows, columns])).toEqual([
    [17, 30],
    [9, 17],
    [4, 9],
  ]);
  let clock = 0;
  // Every evaluation reads the clock twice; here it takes 1 ms, so both sweeps take as many as there are levels.
  const now = () => clock++;
  const times = benchReuse({
    input: { dataset, encoding, network },
    rates: [0.01, 0.2, 0.05],
    repeats: 2,
    now,
  });
  expect(times).toEqual({ fullMs: 3, reusedMs: 3, ratio: 1, identical: true });
});

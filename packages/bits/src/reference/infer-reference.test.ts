import { expect, test } from 'vitest';
import { packSigns } from '../pack-signs.ts';
import type { FoldedNetwork } from '../fold/fold-network.ts';
import { inferReference } from './infer-reference.ts';

/** Two inputs, two hidden neurons (their sum and their difference), two classes. */
const network: FoldedNetwork = {
  weights: [packSigns([1, 1, 1, -1], 2, 2), packSigns([1, 1, -1, 1], 2, 2)],
  thresholds: [Float64Array.of(0.5, 0)],
  output: { scale: Float64Array.of(0.5, 2), offset: Float64Array.of(0, 1) },
};

test('fixed point by hand', () => {
  // 8 bits: 255 → 255, 127 → −1 (scale 255); sums 254 ≥ 127.5 and 256 ≥ 0, so both +1; dots 2 and 0.
  const eight = inferReference(network, { kind: 'fixed-point', values: Uint8Array.of(255, 127), bits: 8 });
  expect(eight).toEqual({ scores: Float64Array.of(1, 1), class: 0 });
  // 1 bit: (1, −1): sums 0 < 0.5 and 2 ≥ 0, so (−1, +1); dots 0 and 2.
  const one = inferReference(network, { kind: 'fixed-point', values: Uint8Array.of(255, 127), bits: 1 });
  expect(one).toEqual({ scores: Float64Array.of(0, 5), class: 1 });
});

test('stochastic by hand: the three ways to accumulate differ', () => {
  // Draws (+,+), (+,−), (+,−): hidden (+,+), (−,+), (−,+).
  const draws = packSigns([1, 1, 1, -1, 1, -1], 3, 2);
  const run = (accumulation: 'first-layer' | 'output' | 'vote') =>
    inferReference(network, { kind: 'stochastic', draws, accumulation });
  // Layer 1 summed: 2 of 3 → 0.667 ≥ 0.5 and 4 of 3 ≥ 0: (+,+) → scores (1, 1).
  expect(run('first-layer')).toEqual({ scores: Float64Array.of(1, 1), class: 0 });
  expect(run('output')).toEqual({ scores: Float64Array.of(1, 11), class: 1 });
  expect(run('vote')).toEqual({ scores: Float64Array.of(1, 2), class: 1 });
});

test('one draw is the same in every accumulation but the vote, which counts', () => {
  const draws = packSigns([-1, 1], 1, 2);
  const first = inferReference(network, { kind: 'stochastic', draws, accumulation: 'first-layer' });
  expect(inferReference(network, { kind: 'stochastic', draws, accumulation: 'output' })).toEqual(first);
  const vote = inferReference(network, { kind: 'stochastic', draws, accumulation: 'vote' });
  expect(vote.class).toBe(first.class);
  expect(vote.scores[vote.class]).toBe(1);
});

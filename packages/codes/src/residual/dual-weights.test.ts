import { expect, it } from 'vitest';
import { onesOf } from '../code/ones-of.ts';
import { secCode } from '../code/sec-code.ts';
import { secdedCode } from '../code/secded-code.ts';
import { dualWeights } from './dual-weights.ts';

it.each([secCode(1), secCode(4), secCode(58), secdedCode(4), secdedCode(64)])(
  '$name: the weights of all sums of rows, counted one by one',
  ({ columns, checkBits }) => {
    const weights = dualWeights(columns, 1 << checkBits);
    for (const [u, weight] of weights.entries())
      expect(weight).toBe(columns.filter((column) => onesOf(u & column) % 2 === 1).length);
  },
);

it('all dual codewords of sec(7,4) but 0 have weight 4', () => {
  expect([...dualWeights(secCode(4).columns, 8)]).toEqual([0, 4, 4, 4, 4, 4, 4, 4]);
});

import type { BlockSource } from '../block-source.ts';
import { activityOf, wholeNumber } from '../checks.ts';
import { type Figure, inSeries } from '../figure.ts';
import { figureOfGates } from '../logic/gate-count.ts';
import { and2, halfAdder } from '../logic/gates.ts';
import { register } from '../logic/register.ts';
import type { Technology } from '../technology/technology.ts';

export const counterSource: BlockSource = {
  cite: 'one half adder and one flip-flop per bit, of this package',
  how: 'derived',
  range: '1 bit and more',
};

/** Counts single bits, for popcounts that arrive one after the other. One action is one step. */
export function counter(
  technology: Technology,
  { bits, activity }: { readonly bits: number; readonly activity: number },
): Figure {
  wholeNumber('counter', 'bits', bits);
  const increment = figureOfGates(technology, {
    area: bits * halfAdder.area,
    switched: bits * halfAdder.capacitance * activityOf('counter', activity),
    depth: halfAdder.delay + (bits - 1) * and2.delay,
  });
  return inSeries(increment, register(technology, { bits, activity }));
}

import type { BlockSource } from '../block-source.ts';
import { type Figure, inSeries } from '../figure.ts';
import { register } from '../logic/register.ts';
import type { Technology } from '../technology/technology.ts';
import { rippleAdder } from './ripple-adder.ts';

export const accumulatorSource: BlockSource = {
  cite: 'ripple adder and register of this package',
  how: 'derived',
  range: '1 bit and more',
};

/** Adds a word to a running sum of `bits`: a ripple adder into a register. One action is one addition. */
export function accumulator(
  technology: Technology,
  options: { readonly bits: number; readonly activity: number },
): Figure {
  return inSeries(rippleAdder(technology, options), register(technology, options));
}

import type { BlockSource } from '../block-source.ts';
import { type Figure, inSeries } from '../figure.ts';
import { register } from '../logic/register.ts';
import type { Technology } from '../technology/technology.ts';
import { rippleAdder } from './ripple-adder.ts';

export const shiftAddSource: BlockSource = {
  cite: 'ripple adder and register of this package; the shift by one place is wiring',
  how: 'derived',
  range: '1 bit and more',
  loose: 'The shift is fixed: one bit plane after the other, highest first.',
};

/** Doubles a running sum of `bits` and adds a word to it: sums of bit planes. One action is one plane. */
export function shiftAdd(
  technology: Technology,
  options: { readonly bits: number; readonly activity: number },
): Figure {
  return inSeries(rippleAdder(technology, options), register(technology, options));
}

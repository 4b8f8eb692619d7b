import type { BlockSource } from '../block-source.ts';
import { activityOf, wholeNumber } from '../checks.ts';
import type { Figure } from '../figure.ts';
import { figureOfGates } from '../logic/gate-count.ts';
import { majority } from '../logic/gates.ts';
import type { Technology } from '../technology/technology.ts';

export const comparatorSource: BlockSource = {
  cite: 'carry chain of a subtraction, one 10-transistor majority gate per bit (Weste and Harris, mirror adder)',
  how: 'derived',
  range: '1 bit and more',
};

/** Says whether a word of `bits` is at least another: the popcount against its threshold. No sum is formed. */
export function comparator(
  technology: Technology,
  { bits, activity }: { readonly bits: number; readonly activity: number },
): Figure {
  wholeNumber('comparator', 'bits', bits);
  return figureOfGates(technology, {
    area: bits * majority.area,
    switched: bits * majority.capacitance * activityOf('comparator', activity),
    depth: bits * majority.delay,
  });
}

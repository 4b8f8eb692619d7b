import type { BlockSource } from '../block-source.ts';
import { activityOf, wholeNumber } from '../checks.ts';
import type { Figure } from '../figure.ts';
import { figureOfGates } from '../logic/gate-count.ts';
import { fullAdder, nand2, xor2 } from '../logic/gates.ts';
import type { Technology } from '../technology/technology.ts';

export const rippleAdderSource: BlockSource = {
  cite: 'one full adder of ZigZag-IMC per bit',
  how: 'derived',
  range: '1 bit and more',
  loose: 'No faster carry: a wide adder is slow, and small.',
};

/** Adds two words of `bits`; the carry passes two NAND2 per bit, between the first and the last XOR2. */
export function rippleAdder(
  technology: Technology,
  { bits, activity }: { readonly bits: number; readonly activity: number },
): Figure {
  wholeNumber('ripple adder', 'bits', bits);
  return figureOfGates(technology, {
    area: bits * fullAdder.area,
    switched: bits * fullAdder.capacitance * activityOf('ripple adder', activity),
    depth: 2 * xor2.delay + (bits - 1) * 2 * nand2.delay,
  });
}

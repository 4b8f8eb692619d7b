import type { BlockSource } from '../block-source.ts';
import { activityOf, wholeNumber } from '../checks.ts';
import type { Figure } from '../figure.ts';
import type { Technology } from '../technology/technology.ts';
import { figureOfGates } from './gate-count.ts';
import { dff } from './gates.ts';

export const registerSource: BlockSource = {
  cite: 'D flip-flop of ZigZag-IMC (6 areas and 3 capacitances of NAND2)',
  how: 'derived',
  range: '1 bit and more',
  loose:
    'The clock pin and its share of the clock tree are assumed to charge as much as the flip-flop itself at every edge. With that the 1-bit register of hwcomponents-library is met within a factor 2; without it the energy is 5 times too low.',
};

/**
 * A register of D flip-flops; one action is one clocked write.
 * `E = bits · (clock + activity · data)`, clock and data 3 NAND2 capacitances each. An idle register must be
 * clock-gated by its user: then there is no action.
 */
export function register(
  technology: Technology,
  { bits, activity }: { readonly bits: number; readonly activity: number },
): Figure {
  wholeNumber('register', 'bits', bits);
  return figureOfGates(technology, {
    area: bits * dff.area,
    switched: bits * dff.capacitance * (CLOCK_SHARE + activityOf('register', activity)),
    depth: dff.delay,
  });
}

/** Assumed, see `registerSource`. */
const CLOCK_SHARE = 1;

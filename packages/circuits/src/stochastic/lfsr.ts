import type { BlockSource } from '../block-source.ts';
import { inRange, wholeNumber } from '../checks.ts';
import { type Figure, inSeries } from '../figure.ts';
import { figureOfGates } from '../logic/gate-count.ts';
import { xor2 } from '../logic/gates.ts';
import { register } from '../logic/register.ts';
import type { Technology } from '../technology/technology.ts';

export const lfsrSource: BlockSource = {
  cite: 'Fibonacci shift register with at most four taps (maximal length exists for every width of 3 to 168: Xilinx XAPP052, 1996)',
  how: 'derived',
  range: '3 to 168 bits',
  loose: 'Booked with four taps even where two are enough. Half of its bits toggle at each step.',
};

/** A linear-feedback shift register; one action is one step and gives one number. */
export function lfsr(technology: Technology, { bits }: { readonly bits: number }): Figure {
  inRange('lfsr', 'bits', wholeNumber('lfsr', 'bits', bits, 3), 3, 168);
  const feedback = figureOfGates(technology, {
    area: TAP_GATES * xor2.area,
    switched: TAP_GATES * xor2.capacitance * RANDOM_BIT_ACTIVITY,
    depth: 2 * xor2.delay,
  });
  return inSeries(feedback, register(technology, { bits, activity: RANDOM_BIT_ACTIVITY }));
}

/** Four taps are joined by three XOR2, two levels deep. */
const TAP_GATES = 3;
/** A fair random bit differs from the one before with probability one half. */
const RANDOM_BIT_ACTIVITY = 0.5;

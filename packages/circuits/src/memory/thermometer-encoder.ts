import type { BlockSource } from '../block-source.ts';
import { activityOf, inRange, wholeNumber } from '../checks.ts';
import type { Figure } from '../figure.ts';
import { figureOfGates } from '../logic/gate-count.ts';
import { mux2 } from '../logic/gates.ts';
import type { Technology } from '../technology/technology.ts';

export const thermometerEncoderSource: BlockSource = {
  cite: 'tree of 2:1 multiplexers, 2^b − b − 1 of them on b − 1 levels: E. Säll and M. Vesterbacka, A multiplexer based decoder for flash analog-to-digital converters, TENCON 2004',
  how: 'derived',
  range: '1 to 10 bits; one bit is a wire',
  loose:
    'Of the published encoders the smaller kind was chosen with a printed array in view: an adder tree has five times the area. Bubbles in the code are not corrected beyond what the tree does by itself.',
};

/** Turns 2^b − 1 comparator outputs into a number of b bits. */
export function thermometerEncoder(
  technology: Technology,
  { bits, activity }: { readonly bits: number; readonly activity: number },
): Figure {
  wholeNumber('thermometer encoder', 'bits', bits);
  inRange('thermometer encoder', 'bits', bits, 1, 10);
  const gates = (1 << bits) - bits - 1;
  return figureOfGates(technology, {
    area: gates * mux2.area,
    switched: activityOf('thermometer encoder', activity) * gates * mux2.capacitance,
    depth: (bits - 1) * mux2.delay,
  });
}

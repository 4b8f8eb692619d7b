import { counter } from '../arithmetic/counter.ts';
import type { BlockSource } from '../block-source.ts';
import { wholeNumber } from '../checks.ts';
import { type Figure, inSeries } from '../figure.ts';
import { figureOfGates } from '../logic/gate-count.ts';
import { and2, xor2 } from '../logic/gates.ts';
import { register } from '../logic/register.ts';
import type { Technology } from '../technology/technology.ts';

export const sobolGeneratorSource: BlockSource = {
  cite: 'counter, lowest 0 of the count, hard-wired direction numbers, XOR into a register (Antonov and Saleev 1979; Liu and Han, DATE 2017)',
  how: 'derived',
  range: '1 bit and more',
  loose:
    'Half of the direction bits below the diagonal are taken to be ones, on average over dimensions. OR2 is counted as AND2.',
};

/** Sobol points of one dimension; one action is one step and gives one number. */
export function sobolGenerator(technology: Technology, size: { readonly bits: number }): Figure {
  return inSeries(sobolIndex(technology, size), sobolDimension(technology, size));
}

/**
 * What all dimensions share: a counter and the place of its lowest 0, one line of `bits`. Two AND2 per bit: the chain of
 * ones, and the line itself. A counter changes two bits per step on average, and so do the lines.
 */
export function sobolIndex(technology: Technology, { bits }: { readonly bits: number }): Figure {
  wholeNumber('Sobol generator', 'bits', bits);
  const activity = countActivity(bits);
  const lowest = figureOfGates(technology, {
    area: 2 * bits * and2.area,
    switched: 2 * bits * and2.capacitance * activity,
    depth: bits * and2.delay,
  });
  return inSeries(counter(technology, { bits, activity }), lowest);
}

/**
 * One dimension: the direction number on the chosen line, added without carry to a register. Constants are wires; the
 * ones of a column meet in OR2. A direction number has a 1 on the diagonal and on half of the places before it, so that
 * bits · (bits − 1) / 4 OR2 join them.
 */
export function sobolDimension(technology: Technology, { bits }: { readonly bits: number }): Figure {
  wholeNumber('Sobol generator', 'bits', bits);
  const joins = (bits * (bits - 1)) / 4;
  const direction = figureOfGates(technology, {
    area: joins * and2.area + bits * xor2.area,
    switched: (joins * and2.capacitance + bits * xor2.capacitance) * RANDOM_BIT_ACTIVITY,
    depth: Math.ceil(bits / 2) * and2.delay + xor2.delay,
  });
  return inSeries(direction, register(technology, { bits, activity: RANDOM_BIT_ACTIVITY }));
}

/** Bits of a counter that change per step: 1 + 1/2 + 1/4 + … < 2, as a fraction of its width. */
export function countActivity(bits: number): number {
  return Math.min(1, 2 / bits);
}

const RANDOM_BIT_ACTIVITY = 0.5;

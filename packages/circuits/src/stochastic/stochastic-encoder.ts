import type { BlockSource } from '../block-source.ts';
import { wholeNumber } from '../checks.ts';
import { comparator } from '../arithmetic/comparator.ts';
import { copies, type Figure, inSeries } from '../figure.ts';
import type { Technology } from '../technology/technology.ts';
import { lfsr } from './lfsr.ts';

export const stochasticEncoderSource: BlockSource = {
  cite: 'comparator of a number with a random number, one shift register per lane (Alaghi and Hayes, Survey of stochastic computing, 2013)',
  how: 'derived',
  range: '3 bits and more, 1 lane and more',
  loose:
    'Each lane has a generator of its own, as independent pixels need; a shared one is cheaper and correlates the bits.',
};

/** Turns `lanes` numbers of `bits` into one stochastic bit each; one action is one bit of every lane. */
export function stochasticEncoder(
  technology: Technology,
  { bits, lanes }: { readonly bits: number; readonly lanes: number },
): Figure {
  wholeNumber('stochastic encoder', 'lanes', lanes);
  const lane = inSeries(lfsr(technology, { bits }), comparator(technology, { bits, activity: 0.5 }));
  return copies(lanes, lane);
}

import { counter } from '../arithmetic/counter.ts';
import type { BlockSource } from '../block-source.ts';
import type { Figure } from '../figure.ts';
import type { Technology } from '../technology/technology.ts';
import { countActivity } from './sobol-generator.ts';

export const reversedCounterSource: BlockSource = {
  cite: 'counter of this package; reversing its bits is wiring',
  how: 'derived',
  range: '1 bit and more',
};

/** Van der Corput numbers: a counter whose bits are read in reverse order. One action is one step. */
export function reversedCounter(technology: Technology, { bits }: { readonly bits: number }): Figure {
  return counter(technology, { bits, activity: countActivity(bits) });
}

import type { BlockSource } from '../block-source.ts';
import { inRange, wholeNumber } from '../checks.ts';
import { copies, type Figure } from '../figure.ts';
import type { Technology } from '../technology/technology.ts';
import { clockedComparator } from './clocked-comparator.ts';
import { currentSenseAmplifier } from './current-sense-amplifier.ts';

export const flashAdcSource: BlockSource = {
  cite: '2^b − 1 comparators of this package side by side; reference and encoder are blocks of their own',
  how: 'derived',
  range: '1 to 10 bits',
  loose:
    'Clocked voltage comparators were preferred to current mirrors with a printed array in view. The load that turns a column current into a voltage is left out. In current mode each comparator gets a copy of the whole column current. Offsets are not modelled: 2^b levels need comparators that tell them apart.',
};

export type FlashInput =
  | { readonly mode: 'voltage' }
  | {
      readonly mode: 'current';
      readonly columnCurrentUa: number;
      /** Step of the reference: comparator k compares with k times it. */
      readonly stepCurrentUa: number;
      readonly senseNs: number;
    };

/** One conversion of a flash converter, its encoder and reference apart. One bit is one comparator. */
export function flashAdc(
  technology: Technology,
  { bits, input }: { readonly bits: number; readonly input: FlashInput },
): Figure {
  wholeNumber('flash converter', 'bits', bits);
  inRange('flash converter', 'bits', bits, 1, 10);
  const comparators = (1 << bits) - 1;
  if (input.mode === 'voltage') return copies(comparators, clockedComparator(technology));
  const meanReference = (input.stepCurrentUa * (comparators + 1)) / 2;
  const { columnCurrentUa, senseNs } = input;
  const sense = { cellCurrentUa: columnCurrentUa, referenceCurrentUa: meanReference, senseNs };
  return copies(comparators, currentSenseAmplifier(technology, sense));
}

import type { BlockSource } from '../block-source.ts';
import { activityOf, wholeNumber } from '../checks.ts';
import type { Figure } from '../figure.ts';
import { figureOfGates } from '../logic/gate-count.ts';
import { fullAdder, halfAdder } from '../logic/gates.ts';
import type { Technology } from '../technology/technology.ts';
import { popcountCounters } from './popcount-counters.ts';

export const popcountTreeSource: BlockSource = {
  cite: 'exact count of full and half adders of a column-compressing counter tree (L. Dadda, Some schemes for parallel multipliers, 1965), adders of ZigZag-IMC',
  how: 'derived',
  range: '1 input and more',
  loose:
    'Every adder of the tree toggles with the same probability; wires between adders are in the NAND2 capacitance.',
};

/** Counts the ones of `inputs` bits in one action; the count has ⌊log2 inputs⌋ + 1 bits. */
export function popcountTree(
  technology: Technology,
  { inputs, activity }: { readonly inputs: number; readonly activity: number },
): Figure {
  wholeNumber('popcount tree', 'inputs', inputs);
  const { fullAdders, halfAdders, depth } = popcountCounters(inputs);
  const capacitance = fullAdders * fullAdder.capacitance + halfAdders * halfAdder.capacitance;
  return figureOfGates(technology, {
    area: fullAdders * fullAdder.area + halfAdders * halfAdder.area,
    switched: activityOf('popcount tree', activity) * capacitance,
    depth,
  });
}

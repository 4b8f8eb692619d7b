import { addressBits } from '../address-bits.ts';
import type { BlockSource } from '../block-source.ts';
import { activityOf, wholeNumber } from '../checks.ts';
import type { Figure } from '../figure.ts';
import type { Technology } from '../technology/technology.ts';
import { figureOfGates } from './gate-count.ts';
import { xor2 } from './gates.ts';

export const xorTreeSource: BlockSource = {
  cite: 'balanced tree of XOR2, one less than inputs, ⌈log2 inputs⌉ levels (M. Y. Hsiao, IBM J. Res. Dev. 14 (1970) 395); XOR2 of ZigZag-IMC',
  how: 'derived',
  range: '1 input and more; one input is a wire',
  loose:
    'No tree shares a gate with another. Every XOR2 toggles with the same probability; wires are in the NAND2 capacitance.',
};

/** Parity of `inputs` bits. `A = (n − 1) · XOR2`, `E = activity · (n − 1) · XOR2`, `t = ⌈log2 n⌉ · XOR2`. */
export function xorTree(
  technology: Technology,
  { inputs, activity }: { readonly inputs: number; readonly activity: number },
): Figure {
  wholeNumber('xor tree', 'inputs', inputs);
  const gates = inputs - 1;
  return figureOfGates(technology, {
    area: gates * xor2.area,
    switched: activityOf('xor tree', activity) * gates * xor2.capacitance,
    depth: addressBits(inputs) * xor2.delay,
  });
}

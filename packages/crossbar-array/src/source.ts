import type { BlockSource } from '@bitfront/circuits';

/** Of the array itself; its circuits have sources of their own (`blockSources` of circuits). */
export const crossbarArraySource: BlockSource = {
  cite: 'cells and lines: conductance · V² · time and C · V²; circuits: blocks of @bitfront/circuits; floor plan: two folded strips, derived here',
  how: 'derived',
  range:
    '7 to 180 nm, 1 row and column and more, read voltage up to the supply, write voltage up to the limit of the node',
  loose:
    'Word lines are as wide as the cell less two feature sizes, assumed. Resistance of bit and word lines, sneak currents, select-line currents and noise are left out: large arrays are too good. Bit lines of an SRAM read with many rows fall over the whole supply, an upper bound. Write current does not widen a transistor, nor does the read current of a crosspoint row its switch. Converters see a voltage: the load that makes it from a current is left out. Word lines return to zero between reads.',
};

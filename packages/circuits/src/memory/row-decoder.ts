import { addressBits } from '../address-bits.ts';
import type { BlockSource } from '../block-source.ts';
import { activityOf, wholeNumber } from '../checks.ts';
import type { Figure } from '../figure.ts';
import { figureOfGates } from '../logic/gate-count.ts';
import { and2, inverter, nand2 } from '../logic/gates.ts';
import type { Technology } from '../technology/technology.ts';

export const rowDecoderSource: BlockSource = {
  cite: 'two-group predecoder and one AND2 per row (Weste and Harris, CMOS VLSI Design, section 12.2), gates of ZigZag-IMC',
  how: 'derived',
  range: '1 row and more',
  loose:
    'An input of a gate is half the capacitance of a NAND2; the wires of the predecoded lines are in it.',
};

/**
 * Selects one of `rows` rows; word-line drivers are a block of their own.
 *
 * ⌈log2 rows⌉ address bits are split in two groups; each group has one AND per combination (with the enable
 * in the first), and each row joins one line of each group. When the row changes (`activity`), one line of
 * each group rises and one row gate follows; the enable always acts. One row has the enable gate only.
 */
export function rowDecoder(
  technology: Technology,
  { rows, activity }: { readonly rows: number; readonly activity: number },
): Figure {
  wholeNumber('row decoder', 'rows', rows);
  const bits = addressBits(rows);
  if (bits === 0) return figureOfGates(technology, { area: 1.5, switched: 1.5, depth: 1.5 });
  const half = Math.ceil(bits / 2);
  const first = group(half, bits - half, 1);
  const second = group(bits - half, half, 0);
  const changing = first.capacitance + second.capacitance + bits * inverter.capacitance;
  return figureOfGates(technology, {
    area: rows * and2.area + first.area + second.area + bits * inverter.area,
    switched: activityOf('row decoder', activity) * changing + and2.capacitance,
    depth: inverter.delay + Math.max(first.depth, second.depth) + and2.delay,
  });
}

/** A group of `bits` address bits and `extra` enables; each line meets every combination of the other group. */
function group(bits: number, otherBits: number, extra: number) {
  if (bits === 0) return { area: 0, capacitance: 0, depth: 0 };
  const lines = 1 << bits;
  const gatesPerLine = bits + extra - 1;
  const fanOut = 1 << otherBits;
  return {
    area: lines * gatesPerLine * and2.area,
    capacitance: gatesPerLine * and2.capacitance + (fanOut * nand2.capacitance) / 2,
    depth: addressBits(bits + extra) * and2.delay,
  };
}

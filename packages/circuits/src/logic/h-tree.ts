import { addressBits } from '../address-bits.ts';
import type { BlockSource } from '../block-source.ts';
import { inRange, wholeNumber } from '../checks.ts';
import { copies, type Figure, inSeries } from '../figure.ts';
import type { Technology } from '../technology/technology.ts';
import type { TransistorKind } from '../technology/transistor-tables.ts';
import { elmoreWire } from './elmore-wire.ts';

export const hTreeSource: BlockSource = {
  cite: 'binary tree of wires over a square, each second level half as long (H-tree as in CACTI, Muralimanohar et al., HPL-2009-85), intermediate wires with repeaters of this package',
  how: 'derived',
  range: '1 leaf and more, squares of 0 to 10⁵ µm side',
  loose:
    'Leaves fill a power of two. Only the branches on the way to one leaf toggle; wires run above the cells.',
};

/**
 * Carries `bits` between the middle of a side and one of `leaves` blocks in a square; one action is one word.
 * The way is half the side to the middle, then a quarter twice, an eighth twice and so on: below 1.5 sides.
 */
export function hTree(
  technology: Technology,
  options: {
    readonly leaves: number;
    readonly bits: number;
    readonly sideUm: number;
    readonly activity: number;
    readonly kind: TransistorKind;
  },
): Figure {
  const { leaves, bits, sideUm, activity, kind } = options;
  wholeNumber('H-tree', 'leaves', leaves);
  wholeNumber('H-tree', 'bits', bits);
  inRange('H-tree', 'sideUm', sideUm, 0, 1e6);
  const segment = (lengthUm: number) =>
    elmoreWire(technology, { lengthUm, layer: 'intermediate', repeaters: 'fastest', activity, kind });
  let oneWay = segment(sideUm / 2);
  let all: Figure = oneWay;
  const levels = addressBits(leaves);
  for (let level = 0; level < levels; level++) {
    const branch = segment(sideUm / 4 / (1 << Math.floor(level / 2)));
    oneWay = inSeries(oneWay, branch);
    all = inSeries(all, copies(1 << (level + 1), branch));
  }
  const path = { ...oneWay, areaUm2: all.areaUm2 };
  return copies(bits, path);
}

import type { BlockSource } from '../block-source.ts';
import { inRange, wholeNumber } from '../checks.ts';
import type { Figure } from '../figure.ts';
import type { Technology } from '../technology/technology.ts';

export const referenceLadderSource: BlockSource = {
  cite: 'string of 2^b equal resistors across the supply (Razavi, Principles of Data Conversion System Design, 1995, flash converters)',
  how: 'assumed',
  range: '1 to 10 bits, 0 to 1000 ns',
  loose:
    'The whole ladder has 32 kΩ and each tap the area of one NAND2: assumed. One ladder serves all converters of an array; kick-back is not modelled.',
};

/** Reference voltages of flash converters; one action lasts `activeNs`, the ladder conducts all that time. */
export function referenceLadder(
  technology: Technology,
  { bits, activeNs }: { readonly bits: number; readonly activeNs: number },
): Figure {
  wholeNumber('reference ladder', 'bits', bits);
  inRange('reference ladder', 'bits', bits, 1, 10);
  inRange('reference ladder', 'activeNs', activeNs, 0, 1e3);
  const { supplyV, nand2AreaUm2 } = technology;
  return {
    areaUm2: (1 << bits) * nand2AreaUm2,
    // V² / kΩ · ns = nJ/1000 = pJ, and a thousand fJ.
    energyFj: ((supplyV * supplyV) / LADDER_KOHM) * activeNs * 1000,
    latencyNs: 0,
  };
}

/** Assumed, see `referenceLadderSource`. */
const LADDER_KOHM = 32;

import type { BlockSource } from '../block-source.ts';
import type { Figure } from '../figure.ts';
import type { Technology } from '../technology/technology.ts';

export const clockedComparatorSource: BlockSource = {
  cite: 'StrongARM latch of eleven transistors, B. Razavi, IEEE Solid-State Circuits Magazine 7 (2015) 12',
  how: 'derived',
  range: '7 to 180 nm',
  loose:
    'All transistors are twice unit width for matching, as those of the sense amplifier, and each is charged once a decision; 4 NAND2 delays to decide: all assumed. Offset and noise are not modelled.',
};

/** Says which of two voltages is higher, once a clock edge; no current flows between decisions. */
export function clockedComparator(technology: Technology): Figure {
  const { nand2AreaUm2, nand2CapacitanceFf, nand2DelayNs, supplyV } = technology;
  const units = TRANSISTORS * WIDTH;
  return {
    areaUm2: (units / 4) * nand2AreaUm2,
    energyFj: units * (nand2CapacitanceFf / 4) * supplyV * supplyV,
    latencyNs: DELAYS * nand2DelayNs,
  };
}

const TRANSISTORS = 11;
/** Assumed, see `clockedComparatorSource`. */
const WIDTH = 2;
const DELAYS = 4;

import type { BlockSource } from '../block-source.ts';
import { inRange } from '../checks.ts';
import type { Figure } from '../figure.ts';
import type { Technology } from '../technology/technology.ts';
import { clockedComparator } from './clocked-comparator.ts';

export const currentSenseAmplifierSource: BlockSource = {
  cite: 'clocked comparator of this package behind two current mirrors of two transistors (cell and reference), B. Razavi, Design of Analog CMOS Integrated Circuits, chapter 5',
  how: 'derived',
  range: 'currents of 0 to 10 mA, 0 to 1000 ns',
  loose:
    'Mirrors are four units wide for matching, assumed. Both currents flow from the supply during the whole sense time. Smallest difference that is told apart: not modelled.',
};

export interface CurrentSenseOptions {
  readonly cellCurrentUa: number;
  readonly referenceCurrentUa: number;
  readonly senseNs: number;
}

/** Compares a current with a reference: `E = (I + I(reference)) · Vdd · t + E(comparator)`. */
export function currentSenseAmplifier(technology: Technology, options: CurrentSenseOptions): Figure {
  const { cellCurrentUa, referenceCurrentUa, senseNs } = options;
  inRange('current sense amplifier', 'cellCurrentUa', cellCurrentUa, 0, 1e4);
  inRange('current sense amplifier', 'referenceCurrentUa', referenceCurrentUa, 0, 1e4);
  inRange('current sense amplifier', 'senseNs', senseNs, 0, 1e3);
  const latch = clockedComparator(technology);
  const mirrors = (MIRROR_TRANSISTORS * MIRROR_WIDTH) / 4;
  return {
    areaUm2: latch.areaUm2 + mirrors * technology.nand2AreaUm2,
    // µA · V · ns = fJ.
    energyFj: latch.energyFj + (cellCurrentUa + referenceCurrentUa) * technology.supplyV * senseNs,
    latencyNs: senseNs + latch.latencyNs,
  };
}

const MIRROR_TRANSISTORS = 4;
/** Assumed, see `currentSenseAmplifierSource`. */
const MIRROR_WIDTH = 4;

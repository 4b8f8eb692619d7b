import { exp, log } from '@bitfront/math';
import type { BlockSource } from '../block-source.ts';
import { inRange } from '../checks.ts';
import type { Technology } from './technology.ts';
import { type TransistorKind, type TransistorRow, transistorTables } from './transistor-tables.ts';

export const transistorSource: BlockSource = {
  cite: 'technology files of CACTI 7 (22 to 180 nm; ITRS models run in MASTAR, 300 K); gate capacitance about 1 fF/µm of width, Weste and Harris, CMOS VLSI Design, 4th edition, section 2.3',
  how: 'fitted',
  range:
    '7 to 180 nm; the source covers 22 to 180 nm for high-performance and 22 to 90 nm for low-standby-power transistors',
  loose:
    'Log-log between the nodes of the source. Assumed beyond them: below 22 nm the resistance falls with the feature size and the off current stays (roadmap targets are 10 to 100 nA/µm for fast, 0.01 to 0.1 nA/µm for slow devices); above 90 nm the low-standby-power off current stays (2.8 pA/µm; the fast device of 180 nm leaks 700 pA/µm) and its resistance grows with the feature size. p-transistors are taken as twice the resistance at equal leakage.',
};

/** One transistor, per µm of width. */
export interface Transistor {
  readonly onResistanceOhmUm: number;
  /** At 300 K. */
  readonly offCurrentNaPerUm: number;
}

/** The n-transistor of a node and kind. @throws CIRCUIT_VALUE_OUT_OF_RANGE outside 7 to 180 nm */
export function transistor(nodeNm: number, kind: TransistorKind): Transistor {
  inRange('transistor', 'nodeNm', nodeNm, 7, 180);
  const rows = transistorTables[kind];
  const below = rows.findLast((row) => row.nodeNm <= nodeNm);
  const above = rows.find((row) => row.nodeNm >= nodeNm);
  if (below !== undefined && above !== undefined && below !== above) return between(below, above, nodeNm);
  return scaled((below ?? above) as TransistorRow, nodeNm);
}

/** Width of the transistor that the blocks count: a quarter of a NAND2 in capacitance, at 1 fF per µm of gate. */
export function unitWidthUm(technology: Technology): number {
  return technology.nand2CapacitanceFf / 4 / GATE_CAPACITANCE_FF_PER_UM;
}

/** Resistance of one unit n-transistor that is on. */
export function unitResistanceOhm(technology: Technology, kind: TransistorKind): number {
  return transistor(technology.nodeNm, kind).onResistanceOhmUm / unitWidthUm(technology);
}

/** See `transistorSource`. */
export const GATE_CAPACITANCE_FF_PER_UM = 1;

/** A row of the table at a node beyond it, or at its own. */
function scaled({ nodeNm: knownNm, onResistanceOhmUm, offCurrentNaPerUm }: TransistorRow, nodeNm: number) {
  return { onResistanceOhmUm: (onResistanceOhmUm * nodeNm) / knownNm, offCurrentNaPerUm };
}

function between(below: TransistorRow, above: TransistorRow, nodeNm: number): Transistor {
  const position = log(nodeNm / below.nodeNm) / log(above.nodeNm / below.nodeNm);
  const mean = (a: number, b: number) => a * exp(position * log(b / a));
  return {
    onResistanceOhmUm: mean(below.onResistanceOhmUm, above.onResistanceOhmUm),
    offCurrentNaPerUm: mean(below.offCurrentNaPerUm, above.offCurrentNaPerUm),
  };
}

import type { Figure } from '../figure.ts';
import type { Technology } from '../technology/technology.ts';

/** A circuit measured in NAND2 gates: the common coin of all digital blocks. */
export interface GateCount {
  /** Area, in NAND2 areas. */
  readonly area: number;
  /** Capacitance that switches in one action, in NAND2 capacitances, activity already applied. */
  readonly switched: number;
  /** Longest path, in NAND2 delays. */
  readonly depth: number;
}

/**
 * Turns a count of NAND2 equivalents into a figure: `E = switched · C · Vdd²`.
 *
 * Each toggle is booked with the whole C·Vdd² of a charge and a discharge, though it is only one of the two:
 * the other half stands for glitches, which `activity` leaves out. An event-driven simulation of a 32-bit
 * ripple adder with random operands spends 0.29 to 0.38 of C·Vdd² per gate with its glitches (inertial and
 * transport delays); booked are 0.5. So this is an upper bound, and not a wide one.
 */
export function figureOfGates(technology: Technology, count: GateCount): Figure {
  const { nand2AreaUm2, nand2CapacitanceFf, nand2DelayNs, supplyV } = technology;
  return {
    areaUm2: count.area * nand2AreaUm2,
    energyFj: count.switched * nand2CapacitanceFf * supplyV * supplyV,
    latencyNs: count.depth * nand2DelayNs,
  };
}

import type { BlockSource } from '../block-source.ts';
import { inRange } from '../checks.ts';
import type { Technology } from './technology.ts';
import { transistor, unitWidthUm } from './transistor.ts';
import type { TransistorKind } from './transistor-tables.ts';

export const leakageSource: BlockSource = {
  cite: 'off currents of `transistor` (CACTI 7 at 300 K); widths of the SRAM transistors in feature sizes as in CACTI 7: access 1.31, pull-up 1.23, pull-down 2.08',
  how: 'derived',
  range: '7 to 180 nm, 300 K; beyond the nodes of the source as `transistor` says',
  loose:
    'A NAND2 leaks through one unit transistor: the mean over its four inputs is 1.1 with two in series counted half. Gate leakage is left out, and stacks, long channels and high-voltage transistors leak less than booked. At 100 °C the fast transistors of the source leak 2 to 40 times as much.',
};

/**
 * Leakage of logic of the area of `nand2s` NAND2 gates: `P = nand2s · W(unit) · I(off) · Vdd`.
 * It is a figure of its own: what is idle is not known to a block.
 */
export function logicLeakageNw(
  technology: Technology,
  { nand2s, kind }: { readonly nand2s: number; readonly kind: TransistorKind },
): number {
  inRange('leakage', 'nand2s', nand2s, 0, 1e15);
  const { offCurrentNaPerUm } = transistor(technology.nodeNm, kind);
  return nand2s * unitWidthUm(technology) * offCurrentNaPerUm * technology.supplyV;
}

/** Leakage of one six-transistor cell: a pull-down, a pull-up and an access transistor are off at full voltage. */
export function sramCellLeakageNw(technology: Technology, kind: TransistorKind): number {
  const widthUm = ((PULL_DOWN_F + PULL_UP_F + ACCESS_F) * technology.nodeNm) / 1000;
  return widthUm * transistor(technology.nodeNm, kind).offCurrentNaPerUm * technology.supplyV;
}

/**
 * Conductance of a cell that discharges its bit line: access and pull-down transistor in series,
 * `1/G = R · (1/W(access) + 1/W(pull-down))`.
 */
export function sramCellConductanceUs(technology: Technology, kind: TransistorKind): number {
  const featureUm = technology.nodeNm / 1000;
  const { onResistanceOhmUm } = transistor(technology.nodeNm, kind);
  const ohm = onResistanceOhmUm * (1 / (ACCESS_F * featureUm) + 1 / (PULL_DOWN_F * featureUm));
  return 1e6 / ohm;
}

/** Conductance of a cell whose pull-down transistor is off: what the access transistor leaks, `G = I(off) · W / Vdd`. */
export function sramCellOffConductanceUs(technology: Technology, kind: TransistorKind): number {
  const widthUm = (ACCESS_F * technology.nodeNm) / 1000;
  // nA / V = 1e-3 µS.
  return (1e-3 * widthUm * transistor(technology.nodeNm, kind).offCurrentNaPerUm) / technology.nominalSupplyV;
}

const ACCESS_F = 1.31;
const PULL_UP_F = 1.23;
const PULL_DOWN_F = 2.08;

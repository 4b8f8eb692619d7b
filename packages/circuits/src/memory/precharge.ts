import type { BlockSource } from '../block-source.ts';
import { inRange, wholeNumber } from '../checks.ts';
import type { Figure } from '../figure.ts';
import type { Technology } from '../technology/technology.ts';
import { unitResistanceOhm } from '../technology/transistor.ts';
import type { TransistorKind } from '../technology/transistor-tables.ts';

export const prechargeSource: BlockSource = {
  cite: 'two precharge and one equalising p-transistor per pair of bit lines (Weste and Harris, CMOS VLSI Design, section 12.2.1), wide enough for 2.2 · R · C = precharge time; area of wide transistors as in `driver`',
  how: 'derived',
  range: 'lines of 0 to 10⁶ fF, swing 0 V to the supply, 0.01 to 1000 ns',
  loose:
    'At least unit width. The line is recharged from the supply, so a small swing still costs C · ΔV · Vdd.',
};

export interface PrechargeOptions {
  /** Pairs of bit lines. */
  readonly pairs: number;
  readonly bitLineFf: number;
  /** By how much a line that was discharged has fallen. */
  readonly swingV: number;
  /** How many lines of a pair have fallen. */
  readonly fallenLines: 0 | 1 | 2;
  readonly prechargeNs: number;
  readonly kind: TransistorKind;
}

/** Restores all pairs once: `E = pairs · (fallen · C · ΔV · Vdd + gates · Vdd²)`. */
export function precharge(technology: Technology, options: PrechargeOptions): Figure {
  const { pairs, bitLineFf, swingV, fallenLines, prechargeNs, kind } = options;
  const { supplyV, nand2AreaUm2, nand2CapacitanceFf } = technology;
  wholeNumber('precharge', 'pairs', pairs);
  inRange('precharge', 'bitLineFf', bitLineFf, 0, 1e6);
  inRange('precharge', 'swingV', swingV, 0, supplyV);
  inRange('precharge', 'prechargeNs', prechargeNs, 0.01, 1e3);
  const unitOhm = P_OVER_N * unitResistanceOhm(technology, kind);
  const width = Math.max(1, (2.2 * unitOhm * bitLineFf * NS_PER_OHM_FF) / prechargeNs);
  const gatesFf = TRANSISTORS * width * (nand2CapacitanceFf / 4);
  const fallenFj = fallenLines * bitLineFf * swingV * supplyV;
  return {
    areaUm2: pairs * ((TRANSISTORS * (width + 1)) / 6) * nand2AreaUm2,
    energyFj: pairs * (fallenFj + gatesFf * supplyV * supplyV),
    latencyNs: prechargeNs,
  };
}

const TRANSISTORS = 3;
/** Resistance of a p-transistor over that of an n-transistor, see `transistorSource`. */
const P_OVER_N = 2;
const NS_PER_OHM_FF = 1e-6;

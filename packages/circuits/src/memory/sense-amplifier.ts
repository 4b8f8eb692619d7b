import type { BlockSource } from '../block-source.ts';
import { inRange } from '../checks.ts';
import type { Figure } from '../figure.ts';
import type { Technology } from '../technology/technology.ts';

export const senseAmplifierSource: BlockSource = {
  cite: 'precharge sense amplifier of 7 transistors, W. Zhao et al., IEEE Trans. Magnetics 45 (2009) 3784; four more for XNOR, Bocquet et al., IEDM 2018 (arXiv 1902.02528)',
  how: 'derived',
  range: 'two bit lines of any capacitance, lowest resistance 100 Ω to 100 MΩ',
  loose:
    'The core transistors are twice minimum width for matching, assumed. The lines swing over the whole supply, an upper bound. The resolving time of the latch is 4 NAND2 delays, assumed.',
};

export interface SenseAmplifierOptions {
  /** Adds the four transistors that XNOR the bit read with an input. */
  readonly xnor: boolean;
  /** Of one of the two lines (bit and complement, or bit and reference). */
  readonly bitLineCapacitanceFf: number;
  /** Path of the faster line, access transistor included. */
  readonly lowResistanceOhm: number;
}

/**
 * One differential read of one bit: never an analogue-to-digital converter.
 *
 * Both outputs and both lines are precharged, then discharge through the two branches until the latch
 * decides: each line is charged once, one of the two output nodes falls, whatever the data.
 * `E = (2 · C(line) + C(output)) · Vdd²`, `t = 0.69 · R · C(line) + latch`.
 */
export function senseAmplifier(technology: Technology, options: SenseAmplifierOptions): Figure {
  const { xnor, bitLineCapacitanceFf, lowResistanceOhm } = options;
  inRange('sense amplifier', 'bitLineCapacitanceFf', bitLineCapacitanceFf, 0, 1e6);
  inRange('sense amplifier', 'lowResistanceOhm', lowResistanceOhm, 100, 1e8);
  const { nand2AreaUm2, nand2CapacitanceFf, nand2DelayNs, supplyV } = technology;
  const transistors = CORE_TRANSISTORS * CORE_WIDTH + (xnor ? XNOR_TRANSISTORS : 0);
  const outputFf = (transistors / 2) * (nand2CapacitanceFf / 4);
  const lineNs = 0.69 * lowResistanceOhm * bitLineCapacitanceFf * NS_PER_OHM_FF;
  return {
    areaUm2: (transistors / 4) * nand2AreaUm2,
    energyFj: (2 * bitLineCapacitanceFf + outputFf) * supplyV * supplyV,
    latencyNs: lineNs + LATCH_DELAYS * nand2DelayNs,
  };
}

const CORE_TRANSISTORS = 7;
const XNOR_TRANSISTORS = 4;
/** Assumed, see `senseAmplifierSource`. */
const CORE_WIDTH = 2;
/** Assumed, see `senseAmplifierSource`. */
const LATCH_DELAYS = 4;
const NS_PER_OHM_FF = 1e-6;

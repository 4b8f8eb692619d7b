import { pow } from '@bitfront/math';
import type { BlockSource } from '../block-source.ts';
import { inRange } from '../checks.ts';
import { nodeFactors } from './node-scaling.ts';

/** All that the blocks know about a CMOS node. */
export interface Technology {
  readonly nodeNm: number;
  readonly supplyV: number;
  readonly nominalSupplyV: number;
  readonly nand2AreaUm2: number;
  /** Capacitance that one NAND2 charges when it switches, its load in a circuit included. */
  readonly nand2CapacitanceFf: number;
  readonly nand2DelayNs: number;
  readonly wireCapacitanceFfPerUm: number;
}

export const technologySource: BlockSource = {
  cite: '28 nm NAND2 of ZigZag-IMC (fitted to 7 SRAM macros; 0.9 V); other nodes by Stillmaker and Baas 2017; delay against supply: alpha-power law, Sakurai and Newton 1990, with exponent 1.3 and threshold 0.35 of the nominal supply',
  how: 'fitted',
  range: '7 to 180 nm, 0.7 to 1.3 of the nominal supply',
  loose:
    'The ZigZag-IMC area is about 1.6 times a bare library cell: it holds the free space of placed rows. Exponent and threshold of the delay law are assumed. Wire capacitance is one value for all nodes. Leakage is a figure of its own, see `leakage`.',
};

/**
 * The technology of a node.
 *
 * `nand2AreaUm2 = 0.614 · area(node) / area(28)`, capacitance and delay likewise; the delay at another supply
 * than the nominal one is multiplied by `x · ((1 − 0.35) / (x − 0.35))^1.3` with `x = supply / nominal`.
 *
 * @param nodeNm 7 … 180
 * @param supplyV 0.7 … 1.3 of the nominal supply of the node, which it is when absent
 * @throws CIRCUIT_VALUE_OUT_OF_RANGE
 */
export function technology(nodeNm: number, supplyV?: number): Technology {
  const here = nodeFactors(nodeNm);
  const reference = nodeFactors(REFERENCE_NODE_NM);
  const nominalSupplyV = here.nominalSupplyV;
  const supply = supplyV ?? nominalSupplyV;
  inRange('technology', 'supplyV', supply, 0.7 * nominalSupplyV, 1.3 * nominalSupplyV);
  return {
    nodeNm,
    supplyV: supply,
    nominalSupplyV,
    nand2AreaUm2: (NAND2_AREA_28_UM2 * here.area) / reference.area,
    nand2CapacitanceFf: (NAND2_CAPACITANCE_28_FF * here.capacitance) / reference.capacitance,
    nand2DelayNs: ((NAND2_DELAY_28_NS * here.delay) / reference.delay) * slowdown(supply / nominalSupplyV),
    wireCapacitanceFfPerUm: WIRE_CAPACITANCE_FF_PER_UM,
  };
}

const REFERENCE_NODE_NM = 28;
/** ZigZag-IMC, 28 nm, 0.9 V. */
const NAND2_AREA_28_UM2 = 0.614;
/** ZigZag-IMC, 28 nm. */
const NAND2_CAPACITANCE_28_FF = 0.7;
/** ZigZag-IMC, 28 nm, 0.9 V: 47.8 ps. */
const NAND2_DELAY_28_NS = 0.0478;
/** About 0.2 fF/µm at every node (Weste and Harris, CMOS VLSI Design, 4th edition, section 6.2). */
const WIRE_CAPACITANCE_FF_PER_UM = 0.2;

/** Delay relative to the nominal supply; 1 at `x = 1`. */
function slowdown(x: number): number {
  return x === 1 ? 1 : x * pow((1 - 0.35) / (x - 0.35), 1.3);
}

import { exp, log } from '@bitfront/math';
import type { BlockSource } from '../block-source.ts';
import { inRange } from '../checks.ts';
import { type ScalingNode, scalingNodes } from './scaling-tables.ts';

/** Factors of a node, on scales of their own: only ratios of two nodes mean anything. */
export interface NodeFactors {
  readonly area: number;
  /** Energy factor divided by the square of the nominal supply. */
  readonly capacitance: number;
  /** Gate delay at the nominal supply. */
  readonly delay: number;
  readonly nominalSupplyV: number;
}

export const nodeScalingSource: BlockSource = {
  cite: 'Stillmaker and Baas, Integration 58 (2017) 74-81, area table and Tables of polynomial coefficients; nominal supplies: PTM model cards',
  how: 'fitted',
  range: '7 to 180 nm',
  loose:
    'Straight line between neighbouring nodes in log-log; only the paper’s nodes are its own. The fitted delay rises by 13 % from 32 to 20 nm.',
};

/** The factors of any node of 7 … 180 nm: log-log interpolation (linear for the supply) of the cited table. */
export function nodeFactors(nodeNm: number): NodeFactors {
  inRange('technology', 'nodeNm', nodeNm, 7, 180);
  const [below, above] = neighbours(nodeNm);
  const low = factorsOf(below);
  if (below === above) return low;
  const high = factorsOf(above);
  const position = log(nodeNm / below.nodeNm) / log(above.nodeNm / below.nodeNm);
  const between = (a: number, b: number) => a * exp(position * log(b / a));
  return {
    area: between(low.area, high.area),
    capacitance: between(low.capacitance, high.capacitance),
    delay: between(low.delay, high.delay),
    nominalSupplyV: low.nominalSupplyV + position * (high.nominalSupplyV - low.nominalSupplyV),
  };
}

function neighbours(nodeNm: number): readonly [ScalingNode, ScalingNode] {
  const below = scalingNodes.filter((row) => row.nodeNm <= nodeNm);
  const above = scalingNodes.filter((row) => row.nodeNm >= nodeNm);
  const [next] = above;
  const last = below.at(-1) ?? next;
  if (last === undefined) return neighbours(7);
  return [last, next ?? last];
}

function factorsOf({ nominalSupplyV: v, area, energy, delay }: ScalingNode): NodeFactors {
  const [e2, e1, e0] = energy;
  const [d3, d2, d1, d0] = delay;
  return {
    area,
    capacitance: (e2 * v * v + e1 * v + e0) / (v * v),
    delay: ((d3 * v + d2) * v + d1) * v + d0,
    nominalSupplyV: v,
  };
}

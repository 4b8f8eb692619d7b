/**
 * One technology node of A. Stillmaker and B. Baas, "Scaling equations for the accurate prediction of CMOS
 * device performance from 180 nm to 7 nm", Integration 58 (2017) 74–81, doi 10.1016/j.vlsi.2017.02.002.
 *
 * - `area`: area of a circuit relative to the same circuit at 7 nm (two digits in the paper's area table);
 * - `energy`: a2, a1, a0 of energy factor = a2·V² + a1·V + a0 (high-performance devices from 45 nm on);
 * - `delay`: a3, a2, a1, a0 of delay factor = a3·V³ + a2·V² + a1·V + a0.
 *
 * Polynomials were fitted to HSpice runs of PTM models, R² above 0.95. Three public transcriptions of the
 * tables agree with each other, and the 65 and 32 nm energy rows with the authors' published correction.
 * `nominalSupplyV`: nominal supply of the PTM model card of that node (bulk to 32 nm, multi-gate HP below).
 */
export interface ScalingNode {
  readonly nodeNm: number;
  readonly nominalSupplyV: number;
  readonly area: number;
  readonly energy: readonly [number, number, number];
  readonly delay: readonly [number, number, number, number];
}

export const scalingNodes: readonly ScalingNode[] = [
  node(7, 0.7, 1, [0.1776, -0.09097, 0.02447], [-28.58, 76.6, -70.26, 24.69]),
  node(10, 0.75, 1.7, [0.2068, -0.09311, 0.02375], [-34.95, 93.65, -85.99, 30.4]),
  node(14, 0.8, 2.9, [0.2363, -0.09675, 0.02239], [-40.66, 109.2, -100.6, 35.92]),
  node(16, 0.85, 3.2, [0.2958, -0.1241, 0.03024], [0, 24.8, -47.52, 28.87]),
  node(20, 0.9, 3.6, [0.373, -0.1582, 0.04104], [0, 34.63, -66.37, 41.15]),
  node(32, 0.9, 7.8, [0.8367, -0.4341, 0.1701], [-1047, 2982, -2797, 873.5]),
  node(45, 1.0, 17, [1.018, -0.3107, 0.1539], [-501.6, 1567, -1619, 566.1]),
  node(65, 1.1, 25, [3.755, -4.398, 1.975], [-53.3, 230.4, -333.9, 178.6]),
  node(90, 1.2, 48, [4.762, -4.781, 2.092], [-60.34, 262.5, -384.2, 210.9]),
  node(130, 1.3, 110, [7.171, -6.709, 2.904], [-76.65, 334.9, -493.4, 275.8]),
  node(180, 1.8, 320, [0, 24.64, -17.98], [0, 97.09, -356.7, 406.5]),
];

function node(
  nodeNm: number,
  nominalSupplyV: number,
  area: number,
  energy: ScalingNode['energy'],
  delay: ScalingNode['delay'],
): ScalingNode {
  return { nodeNm, nominalSupplyV, area, energy, delay };
}

/** Lines with ladder networks: wires between neighbours, cells as leaks, one end tied, the other open. */
export interface Ladder {
  readonly lines: number;
  readonly length: number;
  /** Where node 0 of line 0 stands in a field, and the steps from line to line and from node to node. */
  readonly first: number;
  readonly lineStep: number;
  readonly nodeStep: number;
  /** Leak of every node, µS. */
  readonly leaksUs: Float64Array;
  readonly wireUs: number;
  /** From the tied end, which is node 0, to its driver or to ground. */
  readonly endUs: number;
}

/** Voltages of all nodes from the currents that enter them, the ends at 0 V. */
export type LineSolver = (currentsUa: Float64Array, voltsV: Float64Array) => void;

/**
 * Tridiagonal elimination from the open end. e_k is what node k sees towards it, leak included:
 * e_k = G_k + w·e_{k+1} / (w + e_{k+1}); V_k = (J_k + w·V_{k−1}) / (w + e_k), where J_k is the current that node k and
 * all behind it send forward: J_k = i_k + w·J_{k+1} / (w + e_{k+1}). Only positive numbers are added up in e, so that
 * nothing cancels. Without wire resistance a line is one node; a line tied to 0 V without resistance stays there.
 */
export function lineSolver(ladder: Ladder): LineSolver {
  if (ladder.wireUs !== Number.POSITIVE_INFINITY) return wired(ladder);
  if (ladder.endUs === Number.POSITIVE_INFINITY) return (_, voltsV) => voltsV.fill(0);
  return joined(ladder);
}

function wired({ lines, length, first, lineStep, nodeStep, leaksUs, wireUs, endUs }: Ladder): LineSolver {
  // 1 / (w + e_k), and for node 0 its driver in place of w.
  const inverse = new Float64Array(lines * length);
  const seen = new Float64Array(lines);
  for (let node = length - 1; node >= 0; node--) {
    const towards = node === 0 ? endUs : wireUs;
    for (let line = 0; line < lines; line++) {
      const at = first + line * lineStep + node * nodeStep;
      const e = (seen[line] as number) + (leaksUs[at] as number);
      inverse[at] = 1 / (towards + e);
      seen[line] = (towards * e) / (towards + e);
    }
  }
  // Lines that lie side by side in memory go together, node by node.
  const [groups, lanes] = lineStep === 1 ? [1, lines] : [lines, 1];
  return (currentsUa, voltsV) => {
    for (let group = 0; group < groups; group++) {
      let at = first + group * lineStep + (length - 1) * nodeStep;
      for (let lane = at; lane < at + lanes; lane++) voltsV[lane] = currentsUa[lane] as number;
      for (let node = length - 2; node >= 0; node--) {
        at -= nodeStep;
        for (let lane = at; lane < at + lanes; lane++)
          voltsV[lane] =
            (currentsUa[lane] as number) +
            wireUs * (inverse[lane + nodeStep] as number) * (voltsV[lane + nodeStep] as number);
      }
      for (let lane = at; lane < at + lanes; lane++)
        voltsV[lane] = (voltsV[lane] as number) * (inverse[lane] as number);
      for (let node = 1; node < length; node++) {
        at += nodeStep;
        for (let lane = at; lane < at + lanes; lane++)
          voltsV[lane] =
            ((voltsV[lane] as number) + wireUs * (voltsV[lane - nodeStep] as number)) *
            (inverse[lane] as number);
      }
    }
  };
}

function joined({ lines, length, first, lineStep, nodeStep, leaksUs, endUs }: Ladder): LineSolver {
  const sumOf = (field: Float64Array, line: number) => {
    let sum = 0;
    for (let node = 0; node < length; node++)
      sum += field[first + line * lineStep + node * nodeStep] as number;
    return sum;
  };
  const totals = Float64Array.from({ length: lines }, (_, line) => endUs + sumOf(leaksUs, line));
  return (currentsUa, voltsV) => {
    for (let line = 0; line < lines; line++) {
      const volts = sumOf(currentsUa, line) / (totals[line] as number);
      for (let node = 0; node < length; node++) voltsV[first + line * lineStep + node * nodeStep] = volts;
    }
  };
}

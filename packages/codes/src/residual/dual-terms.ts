import type { FlipProbabilities } from '@bitfront/core';
import type { LinearCode } from '../code/linear-code.ts';
import { dualWeights } from './dual-weights.ts';

/** What the sums of P(t ≠ 0) and P(t = h_i) over the data bits i owe to the codeword, when bit i stores `bit`. */
export type DualTerms = (bit: 0 | 1) => { readonly some: number; readonly own: number };

/**
 * With unequal flip probabilities a = P(1→0), b = P(0→1), m = 1 − (a + b), d = a − b, and codewords c uniform,
 *
 * P(t = v | c_i = x) = 2^−r Σ_u (−1)^{u·v} E[Π_{j ∈ S_u} (m + d (−1)^{c_j})],   S_u = {j ≠ i : u·h_j = 1}.
 *
 * The product expands over T ⊆ S_u into m^{|S_u| − |T|} d^{|T|} E[(−1)^{Σ_T c}], which is 1 where T is the support of a
 * dual codeword w (a sum of rows of H), (−1)^x where T and i together are, and 0 otherwise. T = ∅ is the distribution
 * at the mean probability (a + b) / 2; the others are summed here. How far T_w sticks out of S_u follows from three
 * weights: (|w| + |u ⊕ w| − |u|) / 2; where it sticks out by one bit, only that bit i counts. Terms depend on i by
 * whether T_w and S_u hold it, so that the data bits of each kind are counted, from the weights in the data columns
 * alone. A dual codeword w changes a probability by |d|^{|w| − 1} at most; those that cannot matter to ten digits are
 * passed over.
 */
export function dualTerms(
  code: LinearCode,
  { plusToMinus: a, minusToPlus: b }: FlipProbabilities,
): DualTerms {
  const { columns, dataBits, codeBits, checkBits } = code;
  const count = 1 << checkBits;
  const weights = dualWeights(columns, count);
  const dataWeights = dualWeights(columns.slice(0, dataBits), count);
  const powersOfM = powers(1 - (a + b), codeBits);
  const powersOfD = powers(a - b, codeBits);
  const mean = (a + b) / 2;
  const negligible = (1e-10 * mean * mean * mean) / count;
  // Sums of P(t = 0) and P(t = h_i): for dual codewords that i does not belong to, and for those it does.
  const apart = { none: 0, own: 0 };
  const within = { none: 0, own: 0 };
  const add = (w: number, u: number, inT: 0 | 1, inS: 0 | 1, bits: number) => {
    if (bits === 0) return;
    const size = (weights[w] ?? 0) - inT;
    const rest = (weights[u] ?? 0) - inS - size;
    const value = (bits * (powersOfD[size] ?? 0) * (powersOfM[rest] ?? 0)) / count;
    const sums = inT === 1 ? within : apart;
    sums.none += value;
    sums.own += inS === 1 ? -value : value;
  };
  for (let w = 1; w < count; w++) {
    const weight = weights[w] ?? 0;
    if (Math.abs(powersOfD[weight - 1] ?? 0) < negligible) continue;
    const dataWeight = dataWeights[w] ?? 0;
    for (let u = 0; u < count; u++) {
      const outside = (weight + (weights[u ^ w] ?? 0) - (weights[u] ?? 0)) / 2;
      if (outside > 1) continue;
      const dataWeightOfU = dataWeights[u] ?? 0;
      if (outside === 1) {
        add(w, u, 1, 0, (dataWeight + (dataWeights[u ^ w] ?? 0) - dataWeightOfU) / 2);
        continue;
      }
      add(w, u, 1, 1, dataWeight);
      add(w, u, 0, 1, dataWeightOfU - dataWeight);
      add(w, u, 0, 0, dataBits - dataWeightOfU);
    }
  }
  return (bit) => {
    const sign = bit === 1 ? -1 : 1;
    return { some: -(apart.none + sign * within.none), own: apart.own + sign * within.own };
  };
}

function powers(base: number, most: number): Float64Array {
  const all = new Float64Array(most + 1).fill(1);
  for (let n = 1; n <= most; n++) all[n] = (all[n - 1] ?? 0) * base;
  return all;
}

import type { FlipProbabilities } from '@bitfront/core';
import { onesOf } from '../code/ones-of.ts';
import type { LinearCode } from '../code/linear-code.ts';

/** What P(t ≠ 0) and P(t = h_i) of data bit i owe to the codeword, when bit i stores `bit`. */
export type DualTerms = (i: number, bit: 0 | 1) => { readonly some: number; readonly own: number };

/**
 * With unequal flip probabilities a = P(1→0), b = P(0→1), m = 1 − (a + b), d = a − b, and codewords c uniform,
 *
 * P(t = v | c_i = x) = 2^−r Σ_u (−1)^{u·v} E[Π_{j ∈ S_u} (m + d (−1)^{c_j})],   S_u = {j ≠ i : u·h_j = 1}.
 *
 * The product expands over T ⊆ S_u into m^{|S_u| − |T|} d^{|T|} E[(−1)^{Σ_T c}], which is 1 where T is the support of a
 * dual codeword w (a sum of rows of H), (−1)^x where T and i together are, and 0 otherwise. T = ∅ is the distribution
 * at the mean probability (a + b) / 2; the others are summed here. How far T_w sticks out of S_u follows from three
 * weights: (|w| + |u ⊕ w| − |u|) / 2. A dual codeword w changes a probability by |d|^{|w| − 1} at most; those that
 * cannot matter to ten digits are passed over.
 */
export function dualTerms(
  code: LinearCode,
  { plusToMinus: a, minusToPlus: b }: FlipProbabilities,
): DualTerms {
  const { columns, dataBits, codeBits, checkBits } = code;
  const count = 1 << checkBits;
  const weights = dualWeights(code);
  const powersOfM = powers(1 - (a + b), codeBits);
  const powersOfD = powers(a - b, codeBits);
  const mean = (a + b) / 2;
  const negligible = (1e-10 * mean * mean * mean) / count;
  // Sums of P(t = 0) and P(t = h_i): for dual codewords that i does not belong to, and for those it does.
  const apart = [new Float64Array(dataBits), new Float64Array(dataBits)] as const;
  const within = [new Float64Array(dataBits), new Float64Array(dataBits)] as const;
  const add = (w: number, u: number, i: number) => {
    const column = columns[i] ?? 0;
    const [inT, inS] = [onesOf(w & column) & 1, onesOf(u & column) & 1];
    const size = (weights[w] ?? 0) - inT;
    const value = ((powersOfD[size] ?? 0) * (powersOfM[(weights[u] ?? 0) - inS - size] ?? 0)) / count;
    const [none, own] = inT === 1 ? within : apart;
    none[i] = (none[i] ?? 0) + value;
    own[i] = (own[i] ?? 0) + (inS === 1 ? -value : value);
  };
  for (let w = 1; w < count; w++) {
    if (Math.abs(powersOfD[(weights[w] ?? 0) - 1] ?? 0) < negligible) continue;
    for (let u = 0; u < count; u++) {
      const outside = ((weights[w] ?? 0) + (weights[u ^ w] ?? 0) - (weights[u] ?? 0)) / 2;
      if (outside === 0) for (let i = 0; i < dataBits; i++) add(w, u, i);
      if (outside !== 1) continue;
      const only = columns.findIndex((h) => (onesOf(w & h) & 1) === 1 && (onesOf(u & h) & 1) === 0);
      if (only < dataBits) add(w, u, only);
    }
  }
  return (i, bit) => {
    const sign = bit === 1 ? -1 : 1;
    return {
      some: -((apart[0][i] ?? 0) + sign * (within[0][i] ?? 0)),
      own: (apart[1][i] ?? 0) + sign * (within[1][i] ?? 0),
    };
  };
}

/** |u|: how many columns have an odd product with each u. */
function dualWeights({ columns, checkBits }: LinearCode): Int32Array {
  return Int32Array.from({ length: 1 << checkBits }, (_, u) =>
    columns.reduce((weight, column) => weight + (onesOf(u & column) & 1), 0),
  );
}

function powers(base: number, most: number): Float64Array {
  const all = new Float64Array(most + 1).fill(1);
  for (let n = 1; n <= most; n++) all[n] = (all[n - 1] ?? 0) * base;
  return all;
}

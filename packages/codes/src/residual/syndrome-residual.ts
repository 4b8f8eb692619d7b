import type { FlipProbabilities } from '@bitfront/core';
import type { LinearCode } from '../code/linear-code.ts';
import type { DualTerms } from './dual-terms.ts';
import { leaveOneOut } from './leave-one-out.ts';

/**
 * Wrong data bits from the distribution P(t) of the syndrome of all other bits, each flipped with the mean probability
 * s: adding a bit is P'(v) = (1 − s) P(v) + s P(v ⊕ h). Then, with q the flip probability of a bit that stores x,
 * W_x = q · P(t ≠ 0) + (1 − q) · P(t = h_i). `terms` are what P(t) owes to the codeword; without them flips are alike.
 */
export function syndromeResidual(
  code: LinearCode,
  flips: FlipProbabilities,
  terms: DualTerms | undefined,
): FlipProbabilities {
  const { columns, dataBits, codeBits, checkBits } = code;
  const mean = (flips.plusToMinus + flips.minusToPlus) / 2;
  const start = new Float64Array(1 << checkBits);
  start[0] = 1;
  for (let j = dataBits; j < codeBits; j++) addFlip(start, columns[j] ?? 0, mean);
  let [plusToMinus, minusToPlus] = [0, 0];
  leaveOneOut(
    dataBits,
    start,
    (state, j) => addFlip(state, columns[j] ?? 0, mean),
    (i, state) => {
      const some = rest(state);
      const own = state[columns[i] ?? 0] ?? 0;
      const [plus, minus] = [terms?.(i, 1), terms?.(i, 0)];
      const { plusToMinus: a, minusToPlus: b } = flips;
      plusToMinus += a * (some + (plus?.some ?? 0)) + (1 - a) * (own + (plus?.own ?? 0));
      minusToPlus += b * (some + (minus?.some ?? 0)) + (1 - b) * (own + (minus?.own ?? 0));
    },
  );
  return { plusToMinus: plusToMinus / dataBits, minusToPlus: minusToPlus / dataBits };
}

/** Adds a bit of column `h` that is flipped with probability `q`; each pair of syndromes is visited once. */
export function addFlip(state: Float64Array, h: number, q: number): void {
  const top = 1 << (31 - Math.clz32(h));
  for (let block = 0; block < state.length; block += 2 * top) {
    for (let v = block; v < block + top; v++) {
      const [a, b] = [state[v] ?? 0, state[v ^ h] ?? 0];
      state[v] = (1 - q) * a + q * b;
      state[v ^ h] = (1 - q) * b + q * a;
    }
  }
}

/** P(t ≠ 0), as a sum and not as 1 − P(0), which has no digits left where flips are rare. */
function rest(state: Float64Array): number {
  let total = 0;
  for (let v = 1; v < state.length; v++) total += state[v] ?? 0;
  return total;
}

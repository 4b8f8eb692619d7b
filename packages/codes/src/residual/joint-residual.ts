import type { FlipProbabilities } from '@bitfront/core';
import type { LinearCode } from '../code/linear-code.ts';
import { leaveOneOut } from './leave-one-out.ts';

/**
 * Wrong data bits for unequal flip probabilities, for codes of few check bits. Every bit c_j is 0 or 1 with 1/2 and
 * flips accordingly; states are pairs of the syndrome t of the flips and the syndrome σ of the bits themselves. The
 * codewords are those with σ = 0 over all bits: with c_i = x, the others have σ = x · h_i. All terms are positive.
 */
export function jointResidual(code: LinearCode, flips: FlipProbabilities): FlipProbabilities {
  const { columns, dataBits, codeBits, checkBits } = code;
  const { plusToMinus: a, minusToPlus: b } = flips;
  const start = new Float64Array(1 << (2 * checkBits));
  start[0] = 1;
  const add = (state: Float64Array, j: number) => addBit(state, columns[j] ?? 0, checkBits, a, b);
  for (let j = dataBits; j < codeBits; j++) add(start, j);
  let [plusToMinus, minusToPlus] = [0, 0];
  leaveOneOut(dataBits, start, add, (i, state) => {
    const column = columns[i] ?? 0;
    plusToMinus += wrongGiven(state, checkBits, column, column, a);
    minusToPlus += wrongGiven(state, checkBits, column, 0, b);
  });
  return { plusToMinus: plusToMinus / dataBits, minusToPlus: minusToPlus / dataBits };
}

/** P(wrong) of the bit of `column`, flipped with `q`, if the other bits have the syndrome σ. */
function wrongGiven(
  state: Float64Array,
  checkBits: number,
  column: number,
  sigma: number,
  q: number,
): number {
  const row = state.subarray(sigma << checkBits, (sigma + 1) << checkBits);
  let some = 0;
  for (let t = 1; t < row.length; t++) some += row[t] ?? 0;
  const all = some + (row[0] ?? 0);
  return (q * some + (1 - q) * (row[column] ?? 0)) / all;
}

/** Index is t + σ · 2^r. A bit 0 flips with `b`, a bit 1 adds its column to σ and flips with `a`. */
function addBit(state: Float64Array, h: number, checkBits: number, a: number, b: number): void {
  const count = 1 << checkBits;
  const [stayZero, flipZero, stayOne, flipOne] = [(1 - b) / 2, b / 2, (1 - a) / 2, a / 2];
  for (let sigma = 0; sigma < count; sigma++) {
    if ((sigma ^ h) < sigma) continue;
    const [low, high] = [sigma << checkBits, (sigma ^ h) << checkBits];
    for (let t = 0; t < count; t++) {
      const u = t ^ h;
      if (u < t) continue;
      const [p, q, r, s] = [
        state[low + t] ?? 0,
        state[low + u] ?? 0,
        state[high + t] ?? 0,
        state[high + u] ?? 0,
      ];
      state[low + t] = stayZero * p + flipZero * q + stayOne * r + flipOne * s;
      state[low + u] = stayZero * q + flipZero * p + stayOne * s + flipOne * r;
      state[high + t] = stayZero * r + flipZero * s + stayOne * p + flipOne * q;
      state[high + u] = stayZero * s + flipZero * r + stayOne * q + flipOne * p;
    }
  }
}

import type { FlipProbabilities } from '@bitfront/core';
import type { LinearCode } from '../code/linear-code.ts';
import type { DualTerms } from './dual-terms.ts';

/**
 * Wrong data bits from the distribution P_i(t) of the syndrome t of all bits but i, each flipped with the mean
 * probability s. With q the flip probability of a bit that stores x, W_x = q · P_i(t ≠ 0) + (1 − q) · P_i(t = h_i), of
 * which only the sum over the data bits i is asked. One pass over the bits carries three sums of positive numbers:
 *
 * F(v) = P(syndrome of the bits so far is v), N(v) = Σ_i P_i(t = v), D(v) = Σ_i P_i(t = v ⊕ h_i),
 *
 * where a bit h turns each X(v) into (1 − s) X(v) + s X(v ⊕ h), and a data bit first adds the old F(v) to N(v) and the
 * old F(v ⊕ h) to D(v). At the end Σ P_i(t ≠ 0) is the sum of N(v) over v ≠ 0, and Σ P_i(t = h_i) is D(0): nothing is
 * subtracted, so rare flips keep their digits. `terms` are what both owe to the codeword; without them flips are alike.
 */
export function syndromeResidual(
  code: LinearCode,
  flips: FlipProbabilities,
  terms: DualTerms | undefined,
): FlipProbabilities {
  const { columns, dataBits, checkBits } = code;
  const mean = (flips.plusToMinus + flips.minusToPlus) / 2;
  const sums = emptySums(1 << checkBits);
  for (const [j, h] of columns.entries()) addBit(sums, h, mean, j < dataBits ? 1 : 0);
  let some = 0;
  for (let v = 1; v < sums.none.length; v++) some += sums.none[v] ?? 0;
  const own = sums.own[0] ?? 0;
  const wrong = (q: number, bit: 0 | 1) =>
    (q * (some + (terms?.(bit).some ?? 0)) + (1 - q) * (own + (terms?.(bit).own ?? 0))) / dataBits;
  return { plusToMinus: wrong(flips.plusToMinus, 1), minusToPlus: wrong(flips.minusToPlus, 0) };
}

/** F, N and D. */
interface Sums {
  readonly all: Float64Array;
  readonly none: Float64Array;
  readonly own: Float64Array;
}

function emptySums(count: number): Sums {
  const all = new Float64Array(count);
  all[0] = 1;
  return { all, none: new Float64Array(count), own: new Float64Array(count) };
}

/** Adds a bit of column `h` that flips with probability `s`; `data` is 1 for a data bit. Each pair is visited once. */
function addBit({ all, none, own }: Sums, h: number, s: number, data: 0 | 1): void {
  const stay = 1 - s;
  const top = 1 << (31 - Math.clz32(h));
  for (let block = 0; block < all.length; block += 2 * top) {
    for (let v = block; v < block + top; v++) {
      const u = v ^ h;
      const [f, g] = [all[v] ?? 0, all[u] ?? 0];
      const [nv, nu] = [none[v] ?? 0, none[u] ?? 0];
      const [dv, du] = [own[v] ?? 0, own[u] ?? 0];
      all[v] = stay * f + s * g;
      all[u] = stay * g + s * f;
      none[v] = stay * nv + s * nu + data * f;
      none[u] = stay * nu + s * nv + data * g;
      own[v] = stay * dv + s * du + data * g;
      own[u] = stay * du + s * dv + data * f;
    }
  }
}

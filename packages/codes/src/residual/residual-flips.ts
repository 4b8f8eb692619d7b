import type { FlipProbabilities } from '@bitfront/core';
import { checkProbability } from '../code/checks.ts';
import type { LinearCode } from '../code/linear-code.ts';
import { dualTerms } from './dual-terms.ts';
import { jointResidual } from './joint-residual.ts';
import { syndromeResidual } from './syndrome-residual.ts';

/**
 * Probabilities that a data bit is wrong after decoding, mean over the data bits, for independent flips of stored bits
 * and uniformly random data: exact, to rounding.
 *
 * Bit i is wrong exactly if it flipped and t ≠ 0, or did not and t = h_i, where t is the XOR of the columns h_j of all
 * other bits that flipped. With equal probabilities the data do not matter, and the distribution of t is built bit by
 * bit. With unequal ones it depends on the codeword: small codes carry the codeword's own syndrome along; for large
 * ones t is computed at the mean probability, and terms for every dual codeword put the dependence back.
 * @throws CODE_VALUE_INVALID
 */
export function residualFlips(code: LinearCode, flips: FlipProbabilities): FlipProbabilities {
  const { plusToMinus, minusToPlus } = flips;
  checkProbability(code.name, 'plusToMinus', plusToMinus);
  checkProbability(code.name, 'minusToPlus', minusToPlus);
  if (plusToMinus === minusToPlus) {
    const both = clamped(syndromeResidual(code, flips, undefined).plusToMinus);
    return { plusToMinus: both, minusToPlus: both };
  }
  const { plusToMinus: plus, minusToPlus: minus } =
    code.checkBits <= JOINT_CHECK_BITS
      ? jointResidual(code, flips)
      : syndromeResidual(code, flips, dualTerms(code, flips));
  return { plusToMinus: clamped(plus), minusToPlus: clamped(minus) };
}

/** 4^r joint states: milliseconds up to here, and no subtraction, so that one-sided flips keep all their digits. */
const JOINT_CHECK_BITS = 6;

/** Rounding may leave [0, 1] by a part in 10¹⁵. */
function clamped(value: number): number {
  return Math.min(1, Math.max(0, value));
}

import type { Flips } from './flips.ts';
import { refuseOutside } from './refuse-outside.ts';

/**
 * Two independent causes of flips, one after the other: a bit ends up wrong if exactly one of them strikes, and the
 * second one sees what the first one left. With p and m the chances of +1 → −1 and −1 → +1:
 *
 *   p = p₁(1 − m₂) + (1 − p₁)p₂        m = m₁(1 − p₂) + (1 − m₁)m₂
 *
 * the product of the two transition matrices; p₁(1 − p₂) + (1 − p₁)p₂ where a cause strikes both ways alike. The order
 * matters at second order where causes are one-sided. A cause that never strikes changes no bit of the result.
 * Source: composition of binary channels (T. M. Cover and J. A. Thomas, Elements of Information Theory, chapter 7).
 */
export function combineFlips(first: Flips, second: Flips): Flips {
  for (const { plusToMinus, minusToPlus } of [first, second]) {
    refuseOutside('plusToMinus', plusToMinus, 0, 1);
    refuseOutside('minusToPlus', minusToPlus, 0, 1);
  }
  return {
    plusToMinus: first.plusToMinus * (1 - second.minusToPlus) + (1 - first.plusToMinus) * second.plusToMinus,
    minusToPlus: first.minusToPlus * (1 - second.plusToMinus) + (1 - first.minusToPlus) * second.minusToPlus,
  };
}

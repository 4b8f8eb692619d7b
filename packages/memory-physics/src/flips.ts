/** Probabilities, 0 to 1, that a stored bit reads as the other one. */
export interface Flips {
  /** A stored +1 reads as −1. */
  readonly plusToMinus: number;
  /** A stored −1 reads as +1. */
  readonly minusToPlus: number;
}

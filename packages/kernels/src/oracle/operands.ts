/** Repeatable operands for checks and benchmarks; a plain congruential generator, not for results. */
export interface Operands {
  /** Uniform in [-1, 1). */
  floats(length: number): Float32Array;
  /** -1 and +1. */
  signs(length: number): Int8Array;
  /** Whole numbers from low to high, both included. */
  ints(length: number, low: number, high: number): Int32Array;
}

export function operands(seed: number): Operands {
  let state = seed >>> 0;
  // Constants of Numerical Recipes; the high bits are the good ones.
  const uniform = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state >>> 8) / 16_777_216;
  };
  return {
    floats: (length) => Float32Array.from({ length }, () => uniform() * 2 - 1),
    signs: (length) => Int8Array.from({ length }, () => (uniform() < 0.5 ? -1 : 1)),
    ints: (length, low, high) =>
      Int32Array.from({ length }, () => low + Math.floor(uniform() * (high - low + 1))),
  };
}

/**
 * Taps of a Fibonacci shift register of maximal length by its width, 3 to 32 bits: positions counted from 1, where
 * bits enter, to the width, where they leave. Source: Xilinx XAPP052 (P. Alfke, 1996), table 3. A test proves that
 * each of their polynomials is primitive.
 */
const lfsrTaps: Readonly<Record<number, readonly number[]>> = {
  3: [3, 2],
  4: [4, 3],
  5: [5, 3],
  6: [6, 5],
  7: [7, 6],
  8: [8, 6, 5, 4],
  9: [9, 5],
  10: [10, 7],
  11: [11, 9],
  12: [12, 6, 4, 1],
  13: [13, 4, 3, 1],
  14: [14, 5, 3, 1],
  15: [15, 14],
  16: [16, 15, 13, 4],
  17: [17, 14],
  18: [18, 11],
  19: [19, 6, 2, 1],
  20: [20, 17],
  21: [21, 19],
  22: [22, 21],
  23: [23, 18],
  24: [24, 23, 22, 17],
  25: [25, 22],
  26: [26, 6, 2, 1],
  27: [27, 5, 2, 1],
  28: [28, 25],
  29: [29, 27],
  30: [30, 6, 4, 1],
  31: [31, 28],
  32: [32, 22, 2, 1],
};

/** The taps of a width as a mask: bit k − 1 for tap k. @param bits 3 … 32 */
export function tapMask(bits: number): number {
  return (lfsrTaps[bits] ?? []).reduce((mask, tap) => mask | (1 << (tap - 1)), 0) >>> 0;
}

/** The largest number of a width of 1 … 32 bits: all of them ones. */
export function largestNumber(bits: number): number {
  return 0xffff_ffff >>> (32 - bits);
}

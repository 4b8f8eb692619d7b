/** ⌈log2 count⌉: the bits that tell `count` things apart; 0 for one thing. Exact for whole numbers below 2³². */
export function addressBits(count: number): number {
  return count <= 1 ? 0 : 32 - Math.clz32(count - 1);
}

/** The bits that hold every whole number 0 … `most`. */
export function bitsToHold(most: number): number {
  return most <= 0 ? 1 : addressBits(most + 1);
}

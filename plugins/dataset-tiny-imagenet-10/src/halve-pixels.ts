/**
 * Every pixel the mean of 2 × 2, halves rounded up: ⌊(a + b + c + d + 2) / 4⌋, channel by channel.
 * @param pixels [channels × side × side], side even
 * @returns [channels × side/2 × side/2]
 */
export function halvePixels(pixels: Uint8Array, side: number): Uint8Array {
  const small = new Uint8Array(pixels.length / 4);
  for (let to = 0; to < small.length; to++) {
    const row = Math.floor((2 * to) / side);
    const from = 2 * row * side + ((2 * to) % side);
    const pair = (at: number) => (pixels[at] ?? 0) + (pixels[at + 1] ?? 0);
    small[to] = (pair(from) + pair(from + side) + 2) >> 2;
  }
  return small;
}

/** A linear map of words of up to 32 bits over GF(2): column k is where bit k goes. */
export type LinearMap = Uint32Array;

export function linearMap(bits: number, of: (word: number) => number): LinearMap {
  return Uint32Array.from({ length: bits }, (_, bit) => of((1 << bit) >>> 0));
}

export function mapWord(map: LinearMap, word: number): number {
  let image = 0;
  for (let bit = 0; bit < map.length; bit++) if ((word >>> bit) & 1) image ^= map[bit] as number;
  return image >>> 0;
}

/** The map applied `times` times, by repeated squaring. @param times 0 … 2^53 */
export function mapPower(map: LinearMap, times: number): LinearMap {
  let power = linearMap(map.length, (word) => word);
  let square = map;
  for (let rest = times; rest > 0; rest = Math.floor(rest / 2)) {
    const factor = square;
    if (rest % 2 === 1) power = power.map((column) => mapWord(factor, column));
    square = factor.map((column) => mapWord(factor, column));
  }
  return power;
}

/** Where the random numbers of stochastic computing come from. */
export type RandomSource = IdealSource | GeneratorSource;

/** One fresh number per image, pixel and draw, of exactly the probability pixel / maxValue. */
export interface IdealSource {
  readonly kind: 'independent';
}

/**
 * Numbers of `bits` bits from circuits that take one step per draw:
 * - `lfsr`: a linear feedback shift register; each of 1 … 2^bits − 1 once in its period;
 * - `sobol`: Sobol points in the order of Gray code; each of 0 … 2^bits − 1 once in its period;
 * - `van-der-corput`: a counter with its bits in reverse order; the same numbers.
 */
export interface GeneratorSource {
  readonly kind: 'lfsr' | 'sobol' | 'van-der-corput';
  /** 3 … 32. */
  readonly bits: number;
  /**
   * Which number a pixel meets at a draw. Pixels are counted as they lie in the data (channel, y, x).
   * - `independent`: that of its own generator: a start of its own, or (Sobol) a dimension of its own;
   * - `shared`: that of the one generator there is;
   * - `rotated`: that of the one generator, its bits rotated to the left by (pixel mod bits) places.
   */
  readonly sharing: 'independent' | 'shared' | 'rotated';
  /**
   * Draw t of image n of a split is step n·T + t of the generators where they run on from image to image, step t where
   * every image starts them anew.
   */
  readonly betweenImages: 'runs-on' | 'restarts';
  /**
   * When a pixel x, its 8 bits repeated or cut to `bits`, gives +1 for a number r. `at-most`: r ≤ x (shift registers,
   * which never give 0). `below`: r < x, so that white is not constant. `below-with-carry`: r < x + the first bit of x.
   */
  readonly comparison: 'at-most' | 'below' | 'below-with-carry';
}

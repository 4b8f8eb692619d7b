/** Counts over the steps of two bit streams. */
export interface StreamPair {
  readonly steps: number;
  /** Ones of either stream, and steps at which both are 1. */
  readonly onesX: number;
  readonly onesY: number;
  readonly both: number;
}

/**
 * Stochastic computing correlation of two streams: with d = p_xy − p_x·p_y,
 * SCC = d / (min(p_x, p_y) − p_x·p_y) for d > 0, else d / (p_x·p_y − max(p_x + p_y − 1, 0)).
 * +1: the ones overlap as much as they can; −1: as little; 0: independent. Not defined (undefined) where a stream is
 * constant. Source: A. Alaghi and J. P. Hayes, "Exploiting correlation in stochastic circuit design", ICCD 2013.
 */
export function streamCorrelation({ steps, onesX, onesY, both }: StreamPair): number | undefined {
  const constant = (ones: number) => ones === 0 || ones === steps;
  if (constant(onesX) || constant(onesY)) return undefined;
  // All of it times steps², so that the counts stay whole.
  const product = onesX * onesY;
  const excess = both * steps - product;
  if (excess === 0) return 0;
  return excess > 0
    ? excess / (Math.min(onesX, onesY) * steps - product)
    : excess / (product - Math.max(onesX + onesY - steps, 0) * steps);
}

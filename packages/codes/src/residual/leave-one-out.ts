/**
 * Visits every one of `count` bits with the state that all *other* bits lead to, by halving: n log n additions of a bit
 * instead of n². States are only ever added to, so positive numbers stay positive and keep their digits.
 * @param start the state before any of the bits
 * @param addBit adds a bit to a state, in place
 * @param visit sees each bit with its state; it must not keep the array
 */
export function leaveOneOut(
  count: number,
  start: Float64Array,
  addBit: (state: Float64Array, bit: number) => void,
  visit: (bit: number, state: Float64Array) => void,
): void {
  const spare: Float64Array[] = [];
  const descend = (from: number, to: number, state: Float64Array, depth: number): void => {
    if (to - from === 1) {
      visit(from, state);
      return;
    }
    const middle = (from + to) >> 1;
    const child = spare[depth] ?? new Float64Array(start.length);
    spare[depth] = child;
    for (const [low, high, otherLow, otherHigh] of [
      [from, middle, middle, to],
      [middle, to, from, middle],
    ] as const) {
      child.set(state);
      for (let bit = otherLow; bit < otherHigh; bit++) addBit(child, bit);
      descend(low, high, child, depth + 1);
    }
  };
  if (count > 0) descend(0, count, start, 0);
}

/**
 * The smallest finite float64 at which a predicate holds that is false below some number and true from it on; the
 * largest finite one if it holds nowhere. Bisects over the 2^64 bit patterns in numerical order: at most 64 calls.
 */
export function smallestFloat(holds: (value: number) => boolean): number {
  let low = orderOf(-Number.MAX_VALUE);
  let high = orderOf(Number.MAX_VALUE);
  while (low < high) {
    const middle = (low + high) >> 1n;
    if (holds(floatAt(middle))) high = middle;
    else low = middle + 1n;
  }
  return floatAt(low);
}

/** Rank of a float64 among all: negative for negative numbers, −0 one below +0. */
function orderOf(value: number): bigint {
  const bits = BigInt.asIntN(64, patternOf(value));
  return bits >= 0n ? bits : -1n - (bits & magnitude);
}

function floatAt(order: bigint): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setBigUint64(0, order >= 0n ? order : BigInt.asUintN(64, (-1n - order) | sign));
  return view.getFloat64(0);
}

function patternOf(value: number): bigint {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  return view.getBigUint64(0);
}

const sign = 0x8000_0000_0000_0000n;
const magnitude = 0x7fff_ffff_ffff_ffffn;

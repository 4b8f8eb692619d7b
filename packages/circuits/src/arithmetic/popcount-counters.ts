import { and2, fullAdder, halfAdder, nand2, xor2 } from '../logic/gates.ts';

/** What a popcount tree is made of. */
export interface PopcountCounters {
  readonly fullAdders: number;
  readonly halfAdders: number;
  /** Width of the count: ⌊log2 inputs⌋ + 1. */
  readonly bits: number;
  /** Longest path, in NAND2 delays. */
  readonly depth: number;
}

/**
 * Counts the counters that add `inputs` bits, column by column: a column of m bits takes ⌊(m − 1)/2⌋ full
 * adders and, if m is even, one half adder, and carries ⌊m/2⌋ bits into the next. In all there are
 * `inputs − (ones in the binary form of inputs)` counters. Each takes the bits that are ready first.
 * Putting the half adder first instead changes the depth by at most 4 % for 32 to 1024 inputs, either way.
 *
 * @param inputs at least 1; one input needs no counter
 */
export function popcountCounters(inputs: number): PopcountCounters {
  let column: readonly number[] = new Array<number>(inputs).fill(0);
  let fullAdders = 0;
  let halfAdders = 0;
  let bits = 0;
  let depth = 0;
  while (column.length > 0) {
    const reduced = reduceColumn(column);
    fullAdders += reduced.fullAdders;
    halfAdders += reduced.halfAdders;
    depth = Math.max(depth, reduced.ready);
    bits += 1;
    column = reduced.carries;
  }
  return { fullAdders, halfAdders, bits, depth };
}

interface Reduced {
  readonly fullAdders: number;
  readonly halfAdders: number;
  readonly ready: number;
  readonly carries: readonly number[];
}

/** Sums come out in the order in which their inputs were ready, so two sorted queues are enough. */
function reduceColumn(arrivals: readonly number[]): Reduced {
  const sums: number[] = [];
  const carries: number[] = [];
  let nextArrival = 0;
  let nextSum = 0;
  const take = (): number => {
    const arrival = nextArrival < arrivals.length ? (arrivals[nextArrival] ?? 0) : Number.POSITIVE_INFINITY;
    const sum = nextSum < sums.length ? (sums[nextSum] ?? 0) : Number.POSITIVE_INFINITY;
    if (arrival <= sum) nextArrival += 1;
    else nextSum += 1;
    return Math.min(arrival, sum);
  };
  const fullAdders = Math.floor((arrivals.length - 1) / 2);
  for (let i = 0; i < fullAdders; i++) {
    take();
    take();
    // Taken in order, the third bit is the last to be ready.
    const ready = take();
    sums.push(ready + fullAdder.delay);
    carries.push(ready + FULL_CARRY_DELAY);
  }
  const halfAdders = arrivals.length % 2 === 0 ? 1 : 0;
  if (halfAdders === 1) {
    take();
    const ready = take();
    sums.push(ready + halfAdder.delay);
    carries.push(ready + and2.delay);
    // A half adder is faster than the full ones before it.
    carries.sort((a, b) => a - b);
  }
  return { fullAdders, halfAdders, ready: take(), carries };
}

const FULL_CARRY_DELAY = xor2.delay + 2 * nand2.delay;

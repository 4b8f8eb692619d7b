/** Milliseconds of a clock that never goes back. */
export type Clock = () => number;

/** What is known of one shape: of both variants the best time, and the sum. */
interface Timing {
  readonly best: [wide: number, narrow: number];
  readonly spent: [wide: number, narrow: number];
  calls: number;
  chosen: 0 | 1 | undefined;
}

/** Calls of both variants together, and milliseconds of each, before a choice. */
const leastCalls = 8;
const leastSpent = 20;
/** Calls after which the wide variant is taken where no choice could be made. */
const patience = 1000;
/** Shapes that are timed; those that come later take the wide variant. */
const shapes = 64;

/**
 * One function out of two that write the same results. For each shape the first calls go to them in turn and are timed;
 * then the faster one gets all calls. No work is done for the timing alone.
 *
 * V8 compiles WebAssembly twice, the second time in the background, when a function has run for a while, and several
 * times as fast. Therefore only the best time of a variant counts, after some milliseconds, and no choice is made as
 * long as the best times differ by a factor of 2, which those of fast code never do.
 */
export function timedChoice<Operands extends readonly number[]>(
  variants: readonly [wide: (...operands: Operands) => void, narrow: (...operands: Operands) => void],
  shapeOf: (...operands: Operands) => string,
  now: Clock,
): (...operands: Operands) => void {
  const timings = new Map<string, Timing>();
  return (...operands) => {
    const shape = shapeOf(...operands);
    const timing = timings.get(shape) ?? begin(timings, shape);
    if (timing?.chosen === undefined && timing !== undefined) time(timing, now, variants, operands);
    else variants[timing?.chosen ?? 0](...operands);
  };
}

function begin(timings: Map<string, Timing>, shape: string): Timing | undefined {
  if (timings.size === shapes) return undefined;
  const unknown = Number.POSITIVE_INFINITY;
  const timing: Timing = { best: [unknown, unknown], spent: [0, 0], calls: 0, chosen: undefined };
  timings.set(shape, timing);
  return timing;
}

function time<Operands extends readonly number[]>(
  timing: Timing,
  now: Clock,
  variants: readonly ((...operands: Operands) => void)[],
  operands: Operands,
): void {
  const turn = timing.calls % 2 === 0 ? 0 : 1;
  const start = now();
  variants[turn]?.(...operands);
  const passed = now() - start;
  timing.best[turn] = Math.min(timing.best[turn], passed);
  timing.spent[turn] += passed;
  timing.calls++;
  timing.chosen = choice(timing);
}

function choice({ best: [wide, narrow], spent, calls }: Timing): 0 | 1 | undefined {
  if (calls === patience) return 0;
  if (calls < leastCalls || calls % 2 === 1 || Math.min(...spent) < leastSpent) return undefined;
  if (Math.max(wide, narrow) >= 2 * Math.min(wide, narrow)) return undefined;
  return narrow < wide ? 1 : 0;
}

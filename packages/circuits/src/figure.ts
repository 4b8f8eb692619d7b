/** What one block costs. All blocks answer with this, so that a cost model only adds and multiplies. */
export interface Figure {
  /** Layout area, including the free space that standard-cell rows leave (see `technology`). */
  readonly areaUm2: number;
  /** Energy of one action of the block: one addition, one row read, one clock edge. */
  readonly energyFj: number;
  /** Time from the inputs to the slowest output of one action. */
  readonly latencyNs: number;
}

/** The figure of a block that is only a name: one input to add, one way to select. */
export const nothing: Figure = { areaUm2: 0, energyFj: 0, latencyNs: 0 };

/** Blocks that work one after the other in the same action: everything adds up. */
export function inSeries(...figures: readonly Figure[]): Figure {
  return {
    areaUm2: sum(figures, 'areaUm2'),
    energyFj: sum(figures, 'energyFj'),
    latencyNs: sum(figures, 'latencyNs'),
  };
}

/** Blocks that work side by side in the same action: the slowest sets the latency. */
export function inParallel(...figures: readonly Figure[]): Figure {
  return {
    areaUm2: sum(figures, 'areaUm2'),
    energyFj: sum(figures, 'energyFj'),
    latencyNs: figures.reduce((slowest, figure) => Math.max(slowest, figure.latencyNs), 0),
  };
}

/** `count` copies side by side, all acting. */
export function copies(count: number, figure: Figure): Figure {
  return {
    areaUm2: count * figure.areaUm2,
    energyFj: count * figure.energyFj,
    latencyNs: count > 0 ? figure.latencyNs : 0,
  };
}

function sum(figures: readonly Figure[], name: keyof Figure): number {
  return figures.reduce((total, figure) => total + figure[name], 0);
}

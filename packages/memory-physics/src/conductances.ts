/** Two resistances of a cell and how they spread, as devices have them among their parameters. */
export interface ResistiveCell {
  /** Medians. */
  readonly lowResistanceKohm: number;
  readonly highResistanceKohm: number;
  /** Standard deviations of ln R. */
  readonly lowLogSpread: number;
  readonly highLogSpread: number;
  readonly stuckOnProbability: number;
  readonly stuckOffProbability: number;
  readonly readVoltageV: number;
}

/**
 * The same cell as an analog column sees it: G = 1 / R, so that the median of G is 1 / (median of R) and ln G spreads as
 * ln R does. What `KnownConductance` of core holds.
 */
export function conductances(cell: ResistiveCell) {
  return {
    onUs: 1000 / cell.lowResistanceKohm,
    offUs: 1000 / cell.highResistanceKohm,
    onLogSigma: cell.lowLogSpread,
    offLogSigma: cell.highLogSpread,
    stuckOnProbability: cell.stuckOnProbability,
    stuckOffProbability: cell.stuckOffProbability,
    readVoltageV: cell.readVoltageV,
  };
}

/** A magnetic tunnel junction: R_P, and R_AP = R_P · (1 + TMR); the parallel state is the on state. */
export interface TunnelJunction extends Omit<ResistiveCell, 'lowResistanceKohm' | 'highResistanceKohm'> {
  readonly parallelKohm: number;
  readonly magnetoresistance: number;
}

/** `conductances` of a magnetic tunnel junction. */
export function tunnelConductances(junction: TunnelJunction) {
  const { parallelKohm, magnetoresistance } = junction;
  const highResistanceKohm = parallelKohm * (1 + magnetoresistance);
  return conductances({ ...junction, lowResistanceKohm: parallelKohm, highResistanceKohm });
}

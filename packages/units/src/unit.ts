/** What a unit measures; values convert only within one of these. */
export type Dimension =
  | 'length'
  | 'area'
  | 'area in squared feature sizes'
  | 'time'
  | 'years'
  | 'frequency'
  | 'energy'
  | 'power'
  | 'voltage'
  | 'current'
  | 'charge'
  | 'resistance'
  | 'conductance'
  | 'capacitance'
  | 'temperature'
  | 'fraction'
  | 'bits'
  | 'bytes'
  | 'cycles';

/** A unit as the end of a name spells it. */
export interface Unit {
  /** As written in names: `Pj`, `Um2`. */
  readonly suffix: string;
  /** As written in tables: `pJ`, `µm²`; with its denominator, `pJ per inference`. */
  readonly symbol: string;
  readonly dimension: Dimension;
  /** One of this unit is 10^exponent of the dimension's base unit. */
  readonly exponent: number;
  /** What the unit is counted per, where the name says so: `inference` in `energyPjPerInference`. */
  readonly per?: string;
}

import type { ParameterValue } from '../parameters/parameter.ts';

/** One design: a plugin and its parameters for every slot. */
export type Point = Readonly<Record<string, PointChoice>>;

export interface PointChoice {
  readonly plugin: string;
  readonly parameters: Readonly<Record<string, ParameterValue>>;
}

/** The conditional space that a pipeline spans, as samplers see it. Nothing in it is enumerated ahead. */
export interface Space {
  /** Number of grid points, rules not yet applied; Infinity where an interval is open. */
  readonly size: number;
  /** The grid point of that index, 0 … size − 1; the last slot's last axis varies fastest. */
  at(index: number): Point;
  /** Whether the pipeline's rules hold. */
  allows(point: Point): boolean;
}

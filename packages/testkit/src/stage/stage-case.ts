import type { GivenParameters, Host, InputOf, Needs, ParameterSchema, Row } from '@bitfront/core';

/** One call of a stage for its contract suite: small enough to run several times. */
export interface StageCase<N extends Needs, Schema extends ParameterSchema> {
  readonly name: string;
  /** As a pipeline would write them; defaults are filled in. */
  readonly parameters: GivenParameters<Schema>;
  readonly inputs: InputOf<N>;
  /** Seed of the random streams; `1` unless given. */
  readonly seed?: string;
  readonly host?: Host;
  /** Golden values of some columns, by hand or from a cited figure, met within `tolerance`. */
  readonly row?: Row;
  /** Largest relative deviation from `row`; 1e-9 unless given. */
  readonly tolerance?: number;
}

export interface StageSuite<N extends Needs, Schema extends ParameterSchema> {
  readonly cases: readonly StageCase<N, Schema>[];
  /** Whether it must stop at once for an aborted signal; heavy stages must unless this is false. */
  readonly abortable?: boolean;
}

/** A case without its types, as the checks handle it. */
export interface PlainCase {
  readonly name: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly inputs: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly seed?: string;
  readonly host?: Host;
  readonly row?: Row;
  readonly tolerance?: number;
}

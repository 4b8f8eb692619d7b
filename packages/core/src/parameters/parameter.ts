/** How a number was obtained. `given` marks a value that the user chose. */
export type Evidence = 'measured' | 'fitted' | 'derived' | 'assumed' | 'given';

/** Why a default may be trusted: who published it, or that it is assumed. */
export interface Provenance {
  /** Paper, table or figure; for `assumed`, the reasoning. */
  readonly cite: string;
  readonly how: Exclude<Evidence, 'given'>;
}

/**
 * One entry of a stage's parameters: what it means, its unit, its range of validity and its check.
 * `T` is the type of an accepted value.
 */
export interface Parameter<T> {
  readonly kind: 'quantity' | 'integer' | 'choice' | 'flag' | 'list' | 'text';
  /** Unit as written in tables (`fJ`, `µm²`); `1` for a pure number, empty for text. */
  readonly unit: string;
  /** One line for `bitfront list plugins` and for error messages. */
  readonly doc: string;
  /** The accepted values in words: `1 to 8`, `one of a, b`. */
  readonly expected: string;
  readonly default?: T;
  /** Where the default comes from; physical quantities with a default must have it. */
  readonly provenance?: Provenance;
  /** A sentence that says what is wrong with a value, or nothing when it is accepted. */
  check(value: unknown): string | undefined;
}

export type ParameterSchema = Readonly<Record<string, Parameter<ParameterValue>>>;

/** What a parameter can hold: plain data, so that plans are JSON. */
export type ParameterValue = string | number | boolean | readonly (string | number)[];

/** The checked values of a schema. */
export type ParametersOf<Schema> = {
  readonly [Name in keyof Schema]: Schema[Name] extends Parameter<infer T> ? T : never;
};

/** What a user may write: everything without a default, the rest optional. */
export type GivenParameters<Schema> = {
  readonly [Name in keyof Schema as Schema[Name] extends { default: unknown } ? never : Name]: ValueOf<
    Schema[Name]
  >;
} & {
  readonly [Name in keyof Schema as Schema[Name] extends { default: unknown } ? Name : never]?: ValueOf<
    Schema[Name]
  >;
};

type ValueOf<P> = P extends Parameter<infer T> ? T : never;

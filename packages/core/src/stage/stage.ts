import type { ArtifactKind, Artifacts, Row } from '../artifacts/artifacts.ts';
import type { ParameterSchema, ParametersOf, ParameterValue } from '../parameters/parameter.ts';
import type { Host, StageContext } from './context.ts';
import type { Source } from './source.ts';

/** The parts a stage reads: `{ memory: ['faults'], network: ['weights', 'thresholds'] }`. */
export type Needs = { readonly [Kind in ArtifactKind]?: readonly (keyof Artifacts[Kind])[] };

/** The artifacts handed to `run`: the named parts and nothing else. */
export type InputOf<N extends Needs> = {
  readonly [Kind in keyof N & ArtifactKind]: N[Kind] extends readonly (infer Part)[]
    ? Pick<Artifacts[Kind], Part & keyof Artifacts[Kind]>
    : never;
};

/** A column of points.csv. Its unit also ends its name. */
export interface Column {
  readonly unit: string;
  readonly doc: string;
}

/** What a stage may see of the stages above it when a plan is checked. */
export type Upstream = {
  readonly [Kind in ArtifactKind]?: {
    readonly plugin: string;
    readonly capabilities: Readonly<Record<string, string | number | boolean>>;
    readonly parameters: Readonly<Record<string, ParameterValue>>;
  };
};

/**
 * One pure function with its description; a plugin is exactly this object.
 * Artifacts and parameters in, one artifact out; state, clock, randomness and disk come from outside.
 */
export interface Stage<
  N extends Needs = Needs,
  Give extends ArtifactKind = ArtifactKind,
  Schema extends ParameterSchema = ParameterSchema,
> {
  /** The package's name without scope: `encoder-stochastic`. */
  readonly name: string;
  /** Raised when results change; part of every cache key. */
  readonly version: number;
  /** One line for lists. */
  readonly doc: string;
  readonly needs: N;
  readonly gives: Give;
  readonly parameters: Schema;
  /** The columns that the artifact's `row` part holds, all of them at every call. */
  readonly columns: Readonly<Record<string, Column>>;
  /** Light stages (about a millisecond) run in batches and their artifacts stay out of the file store. */
  readonly weight: 'light' | 'heavy';
  /** The stream and the inputs (`network.architecture`) and parameters (`parameters.repeats`) that make the seed. */
  readonly randomness?: { readonly stream: string; readonly from: readonly string[] };
  readonly source: Source;
  readonly capabilities?: Readonly<Record<string, string | number | boolean>>;
  /** False for artifacts that are cheaper to load again than to keep in the file store (datasets). */
  readonly stored?: boolean;
  /** The content hash of files outside the pipeline that this stage reads; part of its key. Datasets only. */
  fingerprint?(parameters: ParametersOf<Schema>, host: Host): string | Promise<string>;
  /** A reason to refuse this combination, or nothing. */
  requires?(upstream: Upstream, parameters: ParametersOf<Schema>): string | undefined;
  run(
    input: InputOf<N>,
    parameters: ParametersOf<Schema>,
    context: StageContext,
  ): Artifacts[Give] | Promise<Artifacts[Give]>;
}

/** A stage of any inputs, output and parameters, as the engine handles it. */
// biome-ignore lint/suspicious/noExplicitAny: parameters are contravariant, so only `any` accepts every stage
export type AnyStage = Stage<any, any, any>;

export type { Row };

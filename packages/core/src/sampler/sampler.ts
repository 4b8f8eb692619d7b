import type { RandomStream } from '@bitfront/math';
import type { ParameterSchema, ParametersOf } from '../parameters/parameter.ts';
import type { Point, Space } from '../pipeline/space.ts';
import type { Source } from '../stage/source.ts';

/** What a sampler learns about a point it asked for. */
export interface Told {
  readonly point: Point;
  /** Objective values, all to be minimised, from the validation split where one exists; absent for a failed point. */
  readonly objectives?: readonly number[];
}

/** One search. `ask` is called until it answers `done`; `wait` means: tell me results first. */
export interface SamplerRun {
  ask(): Point | 'wait' | 'done';
  tell?(told: Told): void;
}

/** A search strategy over a space. Points come in an order that depends only on the space, the seed and what was told. */
export interface Sampler<Schema extends ParameterSchema = ParameterSchema> {
  readonly name: string;
  readonly version: number;
  readonly doc: string;
  readonly parameters: Schema;
  readonly source: Source;
  readonly capabilities: {
    /** True if it needs `tell` before it can ask on. */
    readonly adaptive: boolean;
    /** True if it draws from real intervals; others refuse them. */
    readonly intervals: boolean;
  };
  start(
    space: Space,
    parameters: ParametersOf<Schema>,
    context: {
      readonly random: (...key: readonly (string | number)[]) => RandomStream;
      readonly budget?: number;
    },
  ): SamplerRun;
}

// biome-ignore lint/suspicious/noExplicitAny: parameters are contravariant, so only `any` accepts every sampler
export type AnySampler = Sampler<any>;

export function defineSampler<const Schema extends ParameterSchema>(
  sampler: Sampler<Schema>,
): Sampler<Schema> {
  return Object.freeze(sampler);
}

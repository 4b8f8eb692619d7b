import type { ArtifactKind } from '../artifacts/artifacts.ts';
import type { GivenParameters, ParameterSchema } from '../parameters/parameter.ts';
import type { AnyStage, Needs, Stage } from '../stage/stage.ts';
import type { Axis } from './axis.ts';
import type { ChoiceData } from './pipeline-data.ts';

/** A plugin with its parameters, as an alternative of a slot. `Need` and `Give` exist for the compiler. */
export interface Choice<Need extends ArtifactKind, Give extends ArtifactKind> {
  readonly data: ChoiceData;
  readonly needs: readonly Need[];
  readonly gives: Give;
}

/** Every parameter may be one value or an axis of values; where there are none, nothing may be given. */
export type Swept<Given> = [keyof Given] extends [never]
  ? Readonly<Record<string, never>>
  : { readonly [Name in keyof Given]: Given[Name] | Axis<Exclude<Given[Name], undefined>> };

/**
 * Chooses a plugin for a slot. Parameters are values or axes; `points` lists explicit combinations of the others.
 * A misspelt parameter or a value of the wrong type does not compile.
 */
export function use<N extends Needs, Give extends ArtifactKind, Schema extends ParameterSchema>(
  stage: Stage<N, Give, Schema>,
  parameters: Swept<GivenParameters<Schema>>,
): Choice<keyof N & ArtifactKind, Give>;
export function use<
  N extends Needs,
  Give extends ArtifactKind,
  Schema extends ParameterSchema,
  Listed extends keyof GivenParameters<Schema>,
>(
  stage: Stage<N, Give, Schema>,
  parameters: Swept<Omit<GivenParameters<Schema>, Listed>>,
  points: readonly Pick<GivenParameters<Schema>, Listed>[],
): Choice<keyof N & ArtifactKind, Give>;
export function use(stage: AnyStage, parameters: object, points?: readonly object[]): unknown {
  return {
    data: { plugin: stage.name, parameters, ...(points === undefined ? {} : { points }) },
    needs: Object.keys(stage.needs),
    gives: stage.gives,
  };
}

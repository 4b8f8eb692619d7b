import type { ArtifactKind } from '../artifacts/artifacts.ts';
import type { GivenParameters, ParameterSchema, ParameterValue } from '../parameters/parameter.ts';
import type { Needs, Stage } from '../stage/stage.ts';
import type { Axis } from './axis.ts';
import type { ChoiceData } from './pipeline-data.ts';

/** A plugin with its parameters, as an alternative of a slot. `Need` and `Give` exist for the compiler. */
export interface Choice<Need extends ArtifactKind, Give extends ArtifactKind> {
  readonly data: ChoiceData;
  readonly needs: readonly Need[];
  readonly gives: Give;
}

/** Every parameter may be one value or an axis of values. */
export type Swept<Given> = { readonly [Name in keyof Given]: Given[Name] | Axis<Given[Name]> };

/**
 * Chooses a plugin for a slot. Parameters are values or axes; `points` lists explicit combinations.
 * A misspelt parameter or a value of the wrong type does not compile.
 */
export function use<N extends Needs, Give extends ArtifactKind, Schema extends ParameterSchema>(
  stage: Stage<N, Give, Schema>,
  parameters: Swept<GivenParameters<Schema>>,
  points?: readonly Partial<GivenParameters<Schema>>[],
): Choice<keyof N & ArtifactKind, Give> {
  const values = parameters as Readonly<Record<string, ParameterValue | Axis>>;
  const explicit = points as readonly Readonly<Record<string, ParameterValue>>[] | undefined;
  return {
    data: { plugin: stage.name, parameters: values, ...(explicit === undefined ? {} : { points: explicit }) },
    needs: Object.keys(stage.needs) as (keyof N & ArtifactKind)[],
    gives: stage.gives,
  };
}

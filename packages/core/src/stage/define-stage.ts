import type { ArtifactKind } from '../artifacts/artifacts.ts';
import type { ParameterSchema } from '../parameters/parameter.ts';
import type { Needs, Stage } from './stage.ts';

/** Declares a stage; the compiler derives the types of its inputs, parameters and output. */
export function defineStage<
  const N extends Needs,
  const Give extends ArtifactKind,
  const Schema extends ParameterSchema,
>(stage: Stage<N, Give, Schema>): Stage<N, Give, Schema> {
  return Object.freeze(stage);
}

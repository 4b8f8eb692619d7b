import type { AnyStage, ArtifactKind, Needs, ParameterSchema, Stage } from '@bitfront/core';
import { type Check, contractCheck } from '../check.ts';
import { describeChecks } from '../describe-checks.ts';
import { descriptionChecks } from '../plugin/description-checks.ts';
import { parameterChecks } from '../plugin/parameter-checks.ts';
import { abortCheck, callChecks } from './call-checks.ts';
import { declarationChecks } from './declaration-checks.ts';
import { rowChecks } from './row-checks.ts';
import { serviceChecks } from './service-checks.ts';
import { runCase, type Trial } from './run-case.ts';
import type { PlainCase, StageSuite } from './stage-case.ts';

/** The contract of a stage as named checks; each case is run a handful of times. */
export function stageChecks<N extends Needs, Give extends ArtifactKind, Schema extends ParameterSchema>(
  stage: Stage<N, Give, Schema>,
  suite: StageSuite<N, Schema>,
): readonly Check[] {
  const plain: AnyStage = stage;
  const cases = (suite.cases as unknown as readonly PlainCase[]).map((given) => ({
    given,
    trial: once(() => runCase(plain, given)),
  }));
  const abortable = suite.abortable ?? stage.weight === 'heavy';
  return [
    ...descriptionChecks(stage),
    ...parameterChecks(stage.name, stage.parameters),
    ...declarationChecks(plain),
    contractCheck(stage.name, 'is tried on at least one case', (demand) =>
      demand(cases.length > 0, 'the suite has no cases.'),
    ),
    ...cases.flatMap(({ given, trial }) => {
      const calls = [...callChecks(plain, given, trial), ...rowChecks(plain, given, trial)];
      return abortable ? [...calls, abortCheck(plain, given)] : calls;
    }),
    ...serviceChecks(plain, cases),
  ];
}

/** The contract of a stage as a vitest suite. */
export function describeStage<N extends Needs, Give extends ArtifactKind, Schema extends ParameterSchema>(
  stage: Stage<N, Give, Schema>,
  suite: StageSuite<N, Schema>,
): void {
  describeChecks(`${stage.name} keeps the contract of a stage`, stageChecks(stage, suite));
}

/** Heavy stages are not run anew for every check. */
function once(call: () => Promise<Trial>): () => Promise<Trial> {
  let result: Promise<Trial> | undefined;
  return () => {
    result ??= call();
    return result;
  };
}

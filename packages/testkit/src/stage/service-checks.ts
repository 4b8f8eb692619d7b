import type { AnyStage } from '@bitfront/core';
import { type Check, contractCheck } from '../check.ts';
import { runCase, type Trial } from './run-case.ts';
import type { PlainCase } from './stage-case.ts';
import { mapMemo, memoryCheckpoint } from './trial-services.ts';

/** A case with its first run. */
export interface TriedCase {
  readonly given: PlainCase;
  readonly trial: () => Promise<Trial>;
}

/** The services of a host make a call quicker and nothing else. Stages that do not use one are not run for it. */
export function serviceChecks(stage: AnyStage, cases: readonly TriedCase[]): readonly Check[] {
  return [
    ...cases.map((tried) => checkpointCheck(stage, tried)),
    ...cases.map((tried) => threadsCheck(stage, tried)),
    memoCheck(stage, cases),
  ];
}

function checkpointCheck(stage: AnyStage, { given, trial }: TriedCase): Check {
  const name = `${given.name}: gives the same artifact when it goes on from a checkpoint`;
  return contractCheck(stage.name, name, async (demand) => {
    const { checkpoint, hash } = await trial();
    for (const [index, begun] of checkpoint.saved.entries()) {
      const resumed = await runCase(stage, given, { services: { checkpoint: memoryCheckpoint(begun) } });
      demand(resumed.checkpoint.loads > 0, 'it saves its state but never loads it.');
      const which = index === 0 ? 'first' : 'last';
      demand(resumed.hash === hash, `from what it saved ${which} it made another artifact.`);
    }
  });
}

function threadsCheck(stage: AnyStage, { given, trial }: TriedCase): Check {
  const name = `${given.name}: gives the same artifact with any number of threads`;
  return contractCheck(stage.name, name, async (demand) => {
    const { askedForThreads, hash } = await trial();
    if (!askedForThreads) return;
    for (const threads of [2, 3]) {
      const other = await runCase(stage, given, { services: { threads } });
      demand(other.hash === hash, `with ${threads} threads it made another artifact.`);
    }
  });
}

/** All cases share one memo, so that a key which leaves out what enters its value meets a wrong value. */
function memoCheck(stage: AnyStage, cases: readonly TriedCase[]): Check {
  return contractCheck(
    stage.name,
    'gives the same artifacts with values remembered from other calls',
    async (demand) => {
      const users: TriedCase[] = [];
      for (const tried of cases) if ((await tried.trial()).usedMemo) users.push(tried);
      const services = { memo: mapMemo() };
      for (const { given } of users) await runCase(stage, given, { seed: 'another', services });
      for (const { given, trial } of [...users, ...users.toReversed()]) {
        const { hash } = await runCase(stage, given, { services });
        demand(hash === (await trial()).hash, `"${given.name}" has another artifact after other calls.`);
      }
    },
  );
}

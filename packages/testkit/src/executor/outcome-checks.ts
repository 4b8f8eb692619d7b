import { type CallOutcome, contentHash, type StageCall } from '@bitfront/core';
import type { Check, Demand } from '../check.ts';
import type { OpenCheck } from './executor-checks.ts';
import { directly, toyCall } from './toy-call.ts';

/** What comes back from calls: their order, their content, their failures. */
export function outcomeChecks(opened: OpenCheck): readonly Check[] {
  return [
    opened('gives what a direct call gives, in the order of the calls', async (executor, demand) => {
      const calls = [5, 1, 4, 2, 3].map((factor) => toyCall('answer', factor));
      await demandDirect(calls, await executor.run(calls), demand);
    }),
    opened('keeps calls apart that run at the same time', async (executor, demand) => {
      const batches = [1, 2, 3, 4, 5, 6].map((factor) => [
        toyCall('answer', factor),
        toyCall('answer', factor + 10),
      ]);
      const outcomes = await Promise.all(batches.map((calls) => executor.run(calls)));
      for (const [index, calls] of batches.entries())
        await demandDirect(calls, outcomes[index] ?? [], demand);
    }),
    opened('answers no calls with no outcomes', async (executor, demand) => {
      demand((await executor.run([])).length === 0, 'it invented outcomes.');
    }),
    opened('leaves the inputs as they were', async (executor, demand) => {
      const call = toyCall('answer', 1);
      const before = contentHash(call.inputs);
      await executor.run([call]);
      demand(contentHash(call.inputs) === before, 'the inputs changed.');
    }),
    opened('goes on after a failing call', async (executor, demand) => {
      const outcomes = await executor.run([toyCall('answer', 1), toyCall('throw', 2), toyCall('answer', 3)]);
      const seen = outcomes.map(({ ok }) => ok).join();
      demand(seen === 'true,false,true', `the outcomes were ${seen}, expected true,false,true.`);
    }),
    opened('keeps the code of a refusal', async (executor, demand) => {
      const failure = await failureOf(executor.run([toyCall('refuse', 1)]), demand);
      demand(failure?.code === 'STAGE_NOT_FINITE', `STAGE_NOT_FINITE became ${failure?.code}.`);
      demand(failure?.blame === 'point', `the blame is "${failure?.blame}", not "point".`);
    }),
    opened('names the exception of a plugin', async (executor, demand) => {
      const failure = await failureOf(executor.run([toyCall('throw', 1)]), demand);
      demand(failure?.code === 'STAGE_THREW', `a plugin's exception became ${failure?.code}.`);
      demand(failure?.blame === 'point', `the blame is "${failure?.blame}", not "point".`);
      demand(failure?.message.includes('somebody else') === true, 'the message of the exception is lost.');
    }),
    opened('fails a call whose module is missing', async (executor, demand) => {
      const missing = {
        ...toyCall('answer', 1),
        module: new URL('./no-such-stage.js', import.meta.url).href,
      };
      const outcomes = await executor.run([missing, toyCall('answer', 2)]);
      demand(
        outcomes[0]?.ok === false && outcomes[1]?.ok === true,
        'the outcomes are not a failure and a success.',
      );
    }),
    opened('passes progress on', async (executor, demand) => {
      const fractions: number[] = [];
      await executor.run([toyCall('answer', 1)], { onProgress: (fraction) => fractions.push(fraction) });
      demand(fractions.length > 0, 'the stage reported progress, but none arrived.');
      demand(
        fractions.every((fraction) => fraction >= 0 && fraction <= 1),
        `progress was ${fractions.join(', ')}.`,
      );
    }),
  ];
}

async function demandDirect(
  calls: readonly StageCall[],
  outcomes: readonly CallOutcome[],
  demand: Demand,
): Promise<void> {
  demand(outcomes.length === calls.length, `${calls.length} calls have ${outcomes.length} outcomes.`);
  for (const [index, call] of calls.entries()) {
    const [direct, outcome] = [await directly(call), outcomes[index]];
    if (outcome?.ok !== true) return demand(false, `call ${index + 1} failed: ${outcome?.failure.message}`);
    demand(contentHash(outcome.artifact) === contentHash(direct.artifact), `artifact ${index + 1} differs.`);
    demand(
      Object.entries(direct.hashes).every(
        ([part, hash]) => isUnread(part, call, outcome.hashes) || outcome.hashes[part] === hash,
      ),
      `the hashes of call ${index + 1} differ.`,
    );
    demand(outcome.seconds >= 0 && outcome.seconds < 60, `call ${index + 1} took ${outcome.seconds} s.`);
  }
}

/** The row of an artifact that no file keeps is read by no stage, so its hash may be left out. */
function isUnread(part: string, call: StageCall, hashes: Readonly<Record<string, string>>): boolean {
  return part === 'row' && call.keep === undefined && hashes.row === undefined;
}

async function failureOf(running: Promise<readonly CallOutcome[]>, demand: Demand) {
  const [outcome] = await running;
  demand(outcome?.ok === false, 'a call that fails counted as a success.');
  return outcome?.ok === false ? structuredClone(outcome.failure) : undefined;
}

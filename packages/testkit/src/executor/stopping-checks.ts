import type { Executor } from '@bitfront/core';
import type { Check, Demand } from '../check.ts';
import type { OpenCheck } from './executor-checks.ts';
import { toyCall } from './toy-call.ts';

/** How calls are stopped: by their signal, and by a limit of time where the executor can kill them. */
export function stoppingChecks(opened: OpenCheck, killsRunaways: boolean): readonly Check[] {
  return [
    opened('does not start for an aborted signal', async (executor, demand) => {
      const reason = { aborted: 'before' };
      await demandRejection(
        executor.run([toyCall('answer', 1)], { signal: AbortSignal.abort(reason) }),
        reason,
        demand,
      );
    }),
    opened('stops a waiting call when aborted, and stays usable', async (executor, demand) => {
      const reason = { aborted: 'meanwhile' };
      const controller = new AbortController();
      const running = executor.run([toyCall('wait', 1)], { signal: controller.signal });
      setTimeout(() => controller.abort(reason), 100);
      await demandRejection(running, reason, demand);
      await demandUsable(executor, demand);
    }),
    ...(killsRunaways ? [runawayCheck(opened)] : []),
  ];
}

function runawayCheck(opened: OpenCheck): Check {
  return opened('blames a runaway call alone', async (executor, demand) => {
    const calls = [toyCall('answer', 1), toyCall('spin', 2), toyCall('answer', 3)];
    const [before, runaway, after] = await executor.run(calls, { timeoutMs: 1500 });
    const failure = runaway?.ok === false ? runaway.failure : undefined;
    demand(failure?.code === 'POOL_TIMEOUT', `the runaway ended with ${failure?.code ?? 'success'}.`);
    demand(failure?.blame === 'machine', `the blame is "${failure?.blame}", not "machine".`);
    demand(before?.ok === true, 'the call before the runaway is lost.');
    demand(after?.ok === true, 'the call after the runaway did not run.');
    await demandUsable(executor, demand);
  });
}

async function demandRejection(running: Promise<unknown>, reason: object, demand: Demand): Promise<void> {
  const patience = new Promise<string>((resolve) => setTimeout(resolve, 3000, 'nothing for 3 s').unref());
  const answer = await Promise.race([running.then(() => 'outcomes'), patience]).catch(
    (thrown: unknown) => thrown,
  );
  demand(answer === reason, `it answered with ${String(answer)} instead of the reason of the signal.`);
}

async function demandUsable(executor: Executor, demand: Demand): Promise<void> {
  const [outcome] = await executor.run([toyCall('answer', 9)]);
  demand(outcome?.ok === true, 'the next call failed.');
}

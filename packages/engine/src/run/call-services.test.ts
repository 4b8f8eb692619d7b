import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Executor, list, type StageCall } from '@bitfront/core';
import { lastValueFrom, toArray } from 'rxjs';
import { expect, it } from 'vitest';
import { directExecutor } from '../fixtures/direct-executor.ts';
import { tinyPlan } from '../fixtures/tiny-plan.ts';
import type { RunEvent } from './run-event.ts';
import { runPlan } from './run-plan.ts';

const newFolder = () => mkdtempSync(join(tmpdir(), 'bitfront-test-'));

/** Three evaluations and twelve costs. */
const run = (
  executor: Executor,
  more: { readonly cacheFolder?: string } = {},
): Promise<readonly RunEvent[]> => {
  const plan = tinyPlan({
    device: { priceFj: 1, flip: list(0.01, 0.1, 0.2) },
    cost: { arrayRows: list(16, 32, 64, 128) },
  });
  const { signal } = new AbortController();
  const host = { dataFolders: [] };
  const options = { folder: newFolder(), executor, executorName: 'direct', fresh: false, host, signal };
  return lastValueFrom(runPlan(plan, { ...options, ...more }).pipe(toArray()));
};

it('lets heavy calls keep a checkpoint beside their artifact, if the store outlives the run', async () => {
  const [kept, thrown] = [directExecutor(), directExecutor()];
  await run(kept, { cacheFolder: newFolder() });
  await run(thrown);
  const heavy = ({ calls }: typeof kept) => calls.filter(({ plugin }) => plugin === 'evaluator-tiny');
  expect(heavy(kept)).toHaveLength(3);
  for (const { keep, checkpoint, inputHashes } of heavy(kept)) {
    expect(checkpoint).toBe(keep?.replace(/artifact$/, 'checkpoint'));
    expect(inputHashes?.memory?.faults).toMatch(/^[0-9a-f]{64}$/);
  }
  for (const call of heavy(thrown)) expect(call).not.toHaveProperty('checkpoint');
  const light = kept.calls.filter(({ plugin }) => plugin !== 'evaluator-tiny');
  for (const call of light)
    for (const name of ['keep', 'checkpoint', 'inputHashes', 'threads'])
      expect(call).not.toHaveProperty(name);
});

it('passes on what a call that succeeded has to say', async () => {
  const direct = directExecutor();
  const executor = {
    ...direct,
    run: async (calls: readonly StageCall[]) =>
      (await direct.run(calls)).map((outcome, index) =>
        outcome.ok && calls[index]?.keep !== undefined ? { ...outcome, notices: ['no room'] } : outcome,
      ),
  };
  const events = await run(executor);
  const notices = events.flatMap((event) => (event.type === 'notice' ? [event.message] : []));
  expect(notices).toEqual(['no room', 'no room', 'no room']);
});

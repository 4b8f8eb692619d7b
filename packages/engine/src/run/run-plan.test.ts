import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { linear, list, type StageCall } from '@bitfront/core';
import { lastValueFrom, tap } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { directExecutor } from '../fixtures/direct-executor.ts';
import { tinyPlan } from '../fixtures/tiny-plan.ts';
import type { Plan } from '../plan/plan.ts';
import { estimate } from './estimate.ts';
import type { RunEvent, RunSummary } from './run-event.ts';
import { runPlan } from './run-plan.ts';

const newFolder = () => mkdtempSync(join(tmpdir(), 'bitfront-test-'));

const many = () =>
  tinyPlan({
    device: { priceFj: linear(0, 90, 10), flip: list(0.01, 0.1, 0.2) },
    cost: { arrayRows: list(16, 32, 64, 128) },
  });

async function run(
  plan: Plan,
  folder: string,
  more: {
    readonly executor?: ReturnType<typeof directExecutor>;
    readonly cacheFolder?: string;
    readonly fresh?: boolean;
    readonly onEvent?: (event: RunEvent) => void;
    readonly signal?: AbortSignal;
  } = {},
): Promise<RunSummary> {
  const options = {
    folder,
    executor: more.executor ?? directExecutor(),
    executorName: 'direct',
    fresh: more.fresh ?? false,
    host: { dataFolders: [] },
    signal: more.signal ?? new AbortController().signal,
    ...(more.cacheFolder === undefined ? {} : { cacheFolder: more.cacheFolder }),
  };
  const last = await lastValueFrom(runPlan(plan, options).pipe(tap(more.onEvent ?? (() => undefined))));
  if (last.type !== 'finished') throw new TypeError('the run did not finish');
  return last.summary;
}

const read = (folder: string, file: string) => readFileSync(join(folder, file), 'utf8');

describe('runPlan', () => {
  it('evaluates fifty technologies of equal flip probabilities once', async () => {
    const plan = tinyPlan({ device: { priceFj: linear(1, 50, 50), flip: 0.1 }, cost: { arrayRows: 16 } });
    const { report } = await run(plan, newFolder());
    expect(report.stageCalls['evaluator-tiny']).toMatchObject({ computed: 1, reused: 49 });
    expect(report.stageCalls['cost-tiny']).toMatchObject({ computed: 50 });
  });

  it('does what the plan foresees', async () => {
    const plan = many();
    const { calls } = await estimate(plan, { executor: directExecutor(), host: { dataFolders: [] } });
    const { report } = await run(plan, newFolder());
    const heavy = calls.find(({ plugin }) => plugin === 'evaluator-tiny');
    expect(heavy).toMatchObject({ calls: 3, exact: true });
    expect(report.stageCalls['evaluator-tiny']?.computed).toBe(3);
    // Its evaluations turn out to have equal activities: the bound for the cost model says that it is one.
    expect(calls.find(({ plugin }) => plugin === 'cost-tiny')).toMatchObject({ calls: 120, exact: false });
    expect(report.stageCalls['cost-tiny']?.computed).toBe(40);
  });

  it('writes the same bytes whatever the order in which calls end', async () => {
    const [a, b] = [newFolder(), newFolder()];
    await run(many(), a);
    const slow = (call: StageCall) =>
      call.plugin === 'evaluator-tiny' ? 40 - call.seed.charCodeAt(0) / 4 : 0;
    let turn = 7;
    const shuffled = directExecutor((call) => {
      turn = (turn * 31) % 17;
      return slow(call) + turn;
    }, 5);
    await run(many(), b, { executor: shuffled });
    expect(read(b, 'points.csv')).toBe(read(a, 'points.csv'));
    expect(read(b, 'front.csv')).toBe(read(a, 'front.csv'));
    expect(read(a, 'points.csv').split('\n')).toHaveLength(122);
  });

  it('goes on after an abort without computing a heavy stage twice', async () => {
    const [whole, parts, cacheFolder] = [newFolder(), newFolder(), newFolder()];
    await run(many(), whole);
    const stop = new AbortController();
    const first = directExecutor(() => 3, 1);
    const executor = {
      ...first,
      run: (batch: readonly StageCall[]) => {
        if (batch[0]?.plugin === 'evaluator-tiny') stop.abort();
        return first.run(batch);
      },
    };
    const interrupted = await run(many(), parts, { executor, cacheFolder, signal: stop.signal });
    expect(interrupted.status).toBe('interrupted');
    expect(interrupted.report.points.ok).toBeGreaterThan(0);
    expect(interrupted.report.points.ok).toBeLessThan(120);
    const second = directExecutor();
    const finished = await run(many(), parts, { executor: second, cacheFolder });
    expect(finished.status).toBe('complete');
    expect(finished.report.stageCalls['evaluator-tiny']?.computed).toBe(3);
    for (const file of ['points.csv', 'front.csv']) expect(read(parts, file)).toBe(read(whole, file));
  });

  it('finds everything done the second time', async () => {
    const folder = newFolder();
    const first = await run(many(), folder);
    const executor = directExecutor();
    const again = await run(many(), folder, { executor });
    expect([first.alreadyDone, again.alreadyDone]).toEqual([false, true]);
    expect(executor.calls.filter((call) => call.plugin !== 'device-tiny')).toEqual([]);
    expect(again.report.stageCalls).toEqual(first.report.stageCalls);
  });

  it('records a failing point as a row and goes on', async () => {
    const plan = tinyPlan({
      device: { priceFj: 1, flip: list(0.1, 0.2) },
      evaluator: { repeats: 3, mood: list('well', 'throws') },
      cost: { arrayRows: 16 },
    });
    const folder = newFolder();
    const { report } = await run(plan, folder);
    expect(report.points).toEqual({ planned: 4, ok: 2, failed: 2, timedOut: 0 });
    expect(read(folder, 'points.csv')).toContain(',failed,STAGE_THREW,');
    expect(read(folder, 'journal.jsonl')).toContain('out of sorts');
  });

  it('extends a finished run, and keeps the ids of its points', async () => {
    const folder = newFolder();
    const small = tinyPlan({ device: { priceFj: 1, flip: list(0.1, 0.2) }, cost: { arrayRows: 16 } });
    const large = tinyPlan({ device: { priceFj: 1, flip: list(0.05, 0.1, 0.2) }, cost: { arrayRows: 16 } });
    await run(small, folder);
    const ids = (text: string) =>
      text
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => line.slice(0, 16));
    const before = ids(read(folder, 'points.csv'));
    const { report } = await run(large, folder);
    expect(ids(read(folder, 'points.csv')).slice(1)).toEqual(before);
    expect(report.stageCalls['evaluator-tiny']?.computed).toBe(3);
  });

  it('refuses to mix seeds, and names the difference', async () => {
    const folder = newFolder();
    const parameters = { device: { priceFj: 1, flip: 0.1 }, cost: { arrayRows: 16 } };
    await run(tinyPlan(parameters), folder);
    await expect(run(tinyPlan(parameters, { seed: 2 }), folder)).rejects.toMatchObject({
      code: 'RESULTS_WOULD_MIX',
      message: expect.stringContaining('seed: 1 -> 2'),
    });
    await expect(run(tinyPlan(parameters, { name: 'other' }), folder)).rejects.toMatchObject({
      code: 'RESULTS_OTHER_PIPELINE',
    });
    await run(tinyPlan(parameters, { seed: 2 }), folder, { fresh: true });
    expect(readdirSync(folder)).toContain('previous-1');
  });

  it('moves results of older code aside, and says so', async () => {
    const folder = newFolder();
    const plan = tinyPlan({ device: { priceFj: 1, flip: 0.1 }, cost: { arrayRows: 16 } });
    await run(plan, folder);
    const changed = { ...plan, plugins: plan.plugins.map((plugin) => ({ ...plugin, hash: 'new code' })) };
    const notices: string[] = [];
    await run(changed, folder, {
      onEvent: (event) => event.type === 'notice' && notices.push(event.message),
    });
    expect(notices).toEqual([expect.stringContaining('a plugin has changed')]);
  });

  it('computes a damaged artifact again, and says so', async () => {
    const [first, second, cacheFolder] = [newFolder(), newFolder(), newFolder()];
    const plan = tinyPlan({ device: { priceFj: 1, flip: 0.1 }, cost: { arrayRows: 16 } });
    await run(plan, first, { cacheFolder });
    const [shard = ''] = readdirSync(cacheFolder);
    const [file = ''] = readdirSync(join(cacheFolder, shard));
    const path = join(cacheFolder, shard, file);
    const bytes = readFileSync(path);
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    writeFileSync(path, bytes);
    const notices: string[] = [];
    const onEvent = (event: RunEvent) => event.type === 'notice' && notices.push(event.message);
    await run(plan, second, { cacheFolder, onEvent });
    expect(notices).toEqual([expect.stringContaining('was damaged')]);
    expect(read(second, 'points.csv')).toBe(read(first, 'points.csv'));
  });

  it('moves results aside when a file that a stage reads has changed', async () => {
    const folder = newFolder();
    const reading = (hash: string): Plan => {
      const plan = tinyPlan({ device: { priceFj: 1, flip: 0.1 }, cost: { arrayRows: 16 } });
      const read = (plugin: Plan['plugins'][number]) => ({
        ...plugin,
        stage: { ...plugin.stage, fingerprint: () => hash },
      });
      const slots = plan.slots.map((slot) => ({
        ...slot,
        choices: slot.choices.map((choice) => ({ ...choice, plugin: read(choice.plugin) })),
      }));
      return { ...plan, slots };
    };
    const notices: string[] = [];
    const onEvent = (event: RunEvent) => event.type === 'notice' && notices.push(event.message);
    await run(reading('one'), folder, { onEvent });
    await run(reading('one'), folder, { onEvent });
    expect(notices).toEqual([]);
    await run(reading('two'), folder, { onEvent });
    expect(notices).toEqual([expect.stringContaining('a data file has changed')]);
  });

  it('draws the same faults for every price and the same seed', async () => {
    const [a, b] = [newFolder(), newFolder()];
    const at = (priceFj: number) => tinyPlan({ device: { priceFj, flip: 0.1 }, cost: { arrayRows: 16 } });
    await run(at(1), a);
    await run(at(2), b);
    const errorRate = (folder: string) => {
      const [header = '', row = ''] = read(folder, 'points.csv').split('\n');
      return row.split(',')[header.split(',').indexOf('errorRate')];
    };
    expect(errorRate(a)).toBe(errorRate(b));
  });
});

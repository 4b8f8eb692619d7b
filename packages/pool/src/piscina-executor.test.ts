import type { Executor } from '@bitfront/core';
import { afterEach, expect, test } from 'vitest';
import { artifactOf, codeOf, trial } from './fixtures/trial-call.ts';
import { piscinaExecutor } from './index.ts';

const open = (threads: number): Executor => {
  executor = piscinaExecutor.open({ threads });
  return executor;
};
let executor: Executor | undefined;
afterEach(() => executor?.close());

test.each([1, 2])('stops infinite loops and blames them alone (%i threads)', async (threads) => {
  const batch = [
    trial('async', { value: 1 }),
    trial('loop'),
    trial('async', { value: 2 }),
    trial('loop'),
    trial('async', { value: 3 }),
  ];
  const pool = open(threads);
  const [first, second] = await Promise.all([
    pool.run(batch, { timeoutMs: 500 }),
    pool.run([trial('async', { value: 4 })]),
  ]);
  expect(first?.map(codeOf)).toEqual(['ok', 'POOL_TIMEOUT', 'ok', 'POOL_TIMEOUT', 'ok']);
  expect(first?.map((outcome) => (outcome.ok ? artifactOf(outcome).row : undefined))).toEqual([
    { value: 1 },
    undefined,
    { value: 2 },
    undefined,
    { value: 3 },
  ]);
  expect(second?.map(codeOf)).toEqual(['ok']);
});

test.each(['exit', 'crash'])(
  'survives a call that ends its thread (%s) and blames it alone',
  async (what) => {
    const pool = open(1);
    const waiting = pool.run([trial('async', { value: 0 }), trial(what), trial('async', { value: 9 })]);
    const behind = pool.run([trial('async', { value: 4 })]);
    const outcomes = await waiting;
    expect(outcomes.map(codeOf)).toEqual(['ok', 'POOL_WORKER_DIED', 'ok']);
    expect(outcomes[1]).toMatchObject({ failure: { blame: 'machine' } });
    expect((await behind).map(codeOf)).toEqual(['ok']);
  },
);

test('time spent in the queue is not the call’s', async () => {
  const pool = open(1);
  const runs = Array.from({ length: 5 }, () => pool.run([trial('busy', { ms: 200 })], { timeoutMs: 800 }));
  expect((await Promise.all(runs)).flat().map(codeOf)).toEqual(['ok', 'ok', 'ok', 'ok', 'ok']);
});

test('aborting stops a loop at once and leaves other runs alone', async () => {
  const pool = open(2);
  const stop = new AbortController();
  const start = performance.now();
  const looping = pool.run([trial('loop')], { signal: stop.signal });
  const other = pool.run([trial('busy', { ms: 300 })]);
  setTimeout(() => stop.abort('second Ctrl-C'), 150);
  await expect(looping).rejects.toBe('second Ctrl-C');
  expect(performance.now() - start).toBeLessThan(2000);
  expect((await other).map(codeOf)).toEqual(['ok']);
});

test('a thousand runs under one signal leave no listeners behind', async () => {
  const warnings: Error[] = [];
  const hear = (warning: Error): number => warnings.push(warning);
  process.on('warning', hear);
  const { signal } = new AbortController();
  const pool = open(2);
  const calls = Array.from({ length: 1000 }, (_, value) => pool.run([trial('async', { value })], { signal }));
  const outcomes = (await Promise.all(calls)).flat();
  expect(outcomes.map((outcome) => artifactOf(outcome).row)).toEqual(outcomes.map((_, value) => ({ value })));
  await new Promise((resolve) => setImmediate(resolve));
  process.off('warning', hear);
  expect(warnings).toEqual([]);
});

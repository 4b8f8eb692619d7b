import type { CallOptions, CallOutcome, Executor, StageCall } from '@bitfront/core';
import { describe, expect, it } from 'vitest';
import { createDispatcher } from './dispatcher.ts';

const call = (plugin: string): StageCall => ({
  plugin,
  module: 'test:',
  parameters: {},
  inputs: {},
  seed: '',
  host: { dataFolders: [] },
});
const outcomeOf = ({ plugin }: StageCall): CallOutcome => ({
  ok: true,
  artifact: { plugin },
  hashes: {},
  seconds: 0,
});
const turns = async (count = 4) => {
  for (let left = count; left > 0; left--) await new Promise((resolve) => setImmediate(resolve));
};

/** An executor whose tasks end when the test says so. */
const handExecutor = (threads: number) => {
  const tasks: {
    readonly names: readonly string[];
    readonly threads: number | undefined;
    readonly options: CallOptions | undefined;
    end(): Promise<void>;
    fail(): Promise<void>;
  }[] = [];
  const executor: Executor = {
    threads,
    run: (calls, options) =>
      new Promise((resolve, reject) => {
        tasks.push({
          names: calls.map(({ plugin }) => plugin),
          threads: calls[0]?.threads,
          options,
          async end() {
            resolve(calls.map(outcomeOf));
            await turns();
          },
          async fail() {
            reject(new RangeError('broken'));
            await turns();
          },
        });
      }),
    load: async () => ({}),
    close: async () => undefined,
  };
  return { executor, tasks, started: () => tasks.map(({ names }) => names.join('+')) };
};

describe('the dispatcher', () => {
  it('starts at most one task per thread', async () => {
    const { executor, tasks, started } = handExecutor(2);
    const dispatcher = createDispatcher(executor, {});
    for (const name of ['a', 'b', 'c']) void dispatcher.submit(call(name), 'heavy');
    await turns();
    expect([started(), dispatcher.idle]).toEqual([['a', 'b'], false]);
    await tasks[1]?.end();
    expect(started()).toEqual(['a', 'b', 'c']);
  });

  it('sends light calls together, and before heavy ones', async () => {
    const { executor, tasks, started } = handExecutor(1);
    const dispatcher = createDispatcher(executor, {});
    void dispatcher.submit(call('heavy'), 'heavy');
    void dispatcher.submit(call('a'), 'light');
    void dispatcher.submit(call('b'), 'light');
    await turns();
    expect(started()).toEqual(['a+b']);
    void dispatcher.submit(call('c'), 'light');
    await tasks[0]?.end();
    await tasks[1]?.end();
    expect(started()).toEqual(['a+b', 'c', 'heavy']);
  });

  it('makes batches of 256 at most', async () => {
    const { executor, tasks } = handExecutor(2);
    const dispatcher = createDispatcher(executor, {});
    for (let index = 0; index < 600; index++) void dispatcher.submit(call('x'), 'light');
    await turns();
    await tasks[0]?.end();
    expect(tasks.map(({ names }) => names.length)).toEqual([256, 256, 88]);
  });

  it('hands every caller its own outcome', async () => {
    const { executor, tasks } = handExecutor(1);
    const dispatcher = createDispatcher(executor, {});
    const outcomes = Promise.all(['a', 'b', 'c'].map((name) => dispatcher.submit(call(name), 'light')));
    await turns();
    await tasks[0]?.end();
    expect(await outcomes).toMatchObject(['a', 'b', 'c'].map((plugin) => ({ artifact: { plugin } })));
  });

  it('rejects all calls of a task that broke, and goes on', async () => {
    const { executor, tasks, started } = handExecutor(1);
    const dispatcher = createDispatcher(executor, {});
    const broken = Promise.allSettled(['a', 'b'].map((name) => dispatcher.submit(call(name), 'light')));
    const next = dispatcher.submit(call('c'), 'heavy');
    await turns();
    await tasks[0]?.fail();
    expect((await broken).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await tasks[1]?.end();
    expect([started(), (await next).ok]).toEqual([['a+b', 'c'], true]);
  });

  it('passes on the time limit, and progress where a call travels alone', async () => {
    const { executor, tasks } = handExecutor(2);
    const dispatcher = createDispatcher(executor, { timeoutMs: 500 });
    const told: number[] = [];
    void dispatcher.submit(call('heavy'), 'heavy', (fraction) => told.push(fraction));
    for (const name of ['a', 'b'])
      void dispatcher.submit(call(name), 'light', (fraction) => told.push(fraction));
    await turns();
    const [light, heavy] = tasks;
    heavy?.options?.onProgress?.(0.5);
    expect(told).toEqual([0.5]);
    expect([light?.options, heavy?.options?.timeoutMs]).toEqual([{ timeoutMs: 500 }, 500]);
  });

  it('shares the threads among the heavy calls that are ready, and takes none back', async () => {
    const { executor, tasks } = handExecutor(8);
    const dispatcher = createDispatcher(executor, {});
    const granted = () => tasks.map(({ threads }) => threads);
    void dispatcher.submit(call('light'), 'light');
    await turns();
    for (const name of ['a', 'b', 'c']) void dispatcher.submit(call(name), 'heavy');
    await turns();
    expect(granted()).toEqual([undefined, 2, 3, 3]);
    void dispatcher.submit(call('d'), 'heavy');
    await turns();
    expect(granted().at(-1)).toBe(1);
    for (const task of tasks) await task.end();
    dispatcher.submit(call('alone'), 'heavy').catch(() => undefined);
    await turns();
    expect(granted().at(-1)).toBe(8);
    await tasks.at(-1)?.fail();
    void dispatcher.submit(call('again'), 'heavy');
    await turns();
    expect(granted().at(-1)).toBe(8);
  });

  it('lets a call of the same affinity follow, and keeps the order otherwise', async () => {
    const { executor, tasks, started } = handExecutor(2);
    const dispatcher = createDispatcher(executor, {});
    for (const name of ['x1', 'y1', 'y2', 'x2', 'z1', 'x3', 'y3'])
      void dispatcher.submit({ ...call(name), affinity: name[0] as string }, 'heavy');
    await turns();
    for (let done = 0; done < 7; done++) await tasks[done]?.end();
    expect(started()).toEqual(['x1', 'y1', 'x2', 'y2', 'x3', 'y3', 'z1']);
  });

  it('is idle until it is given something, and again when that is done', async () => {
    const { executor, tasks } = handExecutor(1);
    const dispatcher = createDispatcher(executor, {});
    expect(dispatcher.idle).toBe(true);
    void dispatcher.submit(call('a'), 'heavy');
    expect(dispatcher.idle).toBe(false);
    await turns();
    await tasks[0]?.end();
    expect(dispatcher.idle).toBe(true);
  });

  it('once stopped, starts light calls and no heavy ones, and is drained when they are through', async () => {
    const { executor, tasks, started } = handExecutor(1);
    const dispatcher = createDispatcher(executor, {});
    void dispatcher.submit(call('first'), 'heavy');
    void dispatcher.submit(call('second'), 'heavy');
    await turns();
    dispatcher.stop();
    void dispatcher.submit(call('a'), 'light');
    let drained = false;
    const end = dispatcher.drained().then(() => (drained = true));
    await turns(10);
    expect([drained, started()]).toEqual([false, ['first']]);
    await tasks[0]?.end();
    expect([drained, started()]).toEqual([false, ['first', 'a']]);
    await tasks[1]?.end();
    await end;
    expect([drained, started()]).toEqual([true, ['first', 'a']]);
  });

  it('is drained only after what a finished call sets free', async () => {
    const { executor, tasks, started } = handExecutor(1);
    const dispatcher = createDispatcher(executor, {});
    const chain = dispatcher.submit(call('a'), 'light').then(() => dispatcher.submit(call('b'), 'light'));
    await turns();
    const end = dispatcher.drained();
    await tasks[0]?.end();
    expect(started()).toEqual(['a', 'b']);
    await tasks[1]?.end();
    await end;
    expect((await chain).ok).toBe(true);
  });
});

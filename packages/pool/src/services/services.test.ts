import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { contentHash, type Executor, type ExecutorPlugin, type StageCall } from '@bitfront/core';
import { readArtifact, readCheckpoint, writeCheckpoint } from '@bitfront/store/artifacts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { artifactOf, codeOf, trial } from '../fixtures/trial-call.ts';
import { inlineExecutor, piscinaExecutor } from '../index.ts';

const folder = mkdtempSync(join(tmpdir(), 'bitfront-services-'));
afterAll(() => rmSync(folder, { recursive: true }));

const kept = (call: StageCall, name: string): StageCall & { readonly checkpoint: string } => ({
  ...call,
  keep: join(folder, `${name}.artifact`),
  checkpoint: join(folder, `${name}.checkpoint`),
});
const rowValue = (outcome: Awaited<ReturnType<Executor['run']>>[number] | undefined): unknown =>
  (artifactOf(outcome) as { readonly row: { readonly value: unknown } }).row.value;

const kinds: readonly (readonly [string, ExecutorPlugin])[] = [
  ['inline', inlineExecutor],
  ['piscina', piscinaExecutor],
];

describe.each(kinds)('the services of %s', (name, plugin) => {
  let executor: Executor;
  beforeAll(() => {
    executor = plugin.open({ threads: 1 });
  });
  afterAll(() => executor.close());

  const run = async (call: StageCall, timeoutMs?: number) => {
    const weights = new Int32Array(new SharedArrayBuffer(4)).fill(-1);
    const noted = { ...call, inputs: { network: { weights } } };
    const [outcome] = await executor.run([noted], timeoutMs === undefined ? {} : { timeoutMs });
    return { outcome, from: weights[0], value: outcome?.ok ? rowValue(outcome) : undefined };
  };
  const calm = async (steps: number) => (await run(trial('steps', { steps }))).value;

  test('a call that was stopped goes on from its checkpoint, to the same artifact', async () => {
    const call = kept(trial('steps', { steps: 40, ms: 25 }), `${name} stopped`);
    const late = await run(call, 500);
    expect(codeOf(late.outcome as never)).toBe('POOL_TIMEOUT');
    const [step = 0] = new Float64Array(readCheckpoint(call.checkpoint)?.buffer as ArrayBuffer);
    expect(step).toBeGreaterThan(0);
    const { from, value } = await run(call);
    expect(from).toBe(step);
    expect(value).toBe(await calm(40));
    expect(existsSync(call.checkpoint)).toBe(false);
    expect(readArtifact(call.keep ?? '').artifact).toEqual({ row: { value } });
  });

  test('a damaged checkpoint, or none, means to begin anew', async () => {
    const call = kept(trial('steps', { steps: 5 }), `${name} damaged`);
    writeCheckpoint(call.checkpoint, new Uint8Array(Float64Array.of(3, 99).buffer));
    const whole = readFileSync(call.checkpoint);
    for (const torn of [whole.subarray(0, 30), whole.subarray(0, -1), Buffer.from('of another program')]) {
      writeFileSync(call.checkpoint, torn);
      expect(await run(call)).toMatchObject({ from: 0, value: await calm(5) });
    }
    expect(await run(call)).toMatchObject({ from: 0 });
  });

  test('a call that would fail again leaves no checkpoint', async () => {
    const call = kept(trial('steps', { steps: 5, failAt: 3 }), `${name} failing`);
    expect(codeOf((await run(call)).outcome as never)).toBe('STAGE_THREW');
    expect(existsSync(call.checkpoint)).toBe(false);
  });

  test('a checkpoint that cannot be written is said and costs nothing else', async () => {
    writeFileSync(join(folder, 'plain'), '');
    const call = { ...trial('steps', { steps: 1 }), checkpoint: join(folder, 'plain', 'x.checkpoint') };
    const { outcome, value } = await run(call);
    expect(value).toBe(await calm(1));
    const notice = 'trial could not save its checkpoint once (ENOTDIR); its result is not affected.';
    expect(outcome).toMatchObject({ notices: [notice.replace('ENOTDIR', 'STORE_WRITE_FAILED')] });
  });

  test('a call without a file keeps nothing, and has nothing to say', async () => {
    const { outcome, from } = await run(trial('steps', { steps: 2 }));
    expect(from).toBe(0);
    expect(outcome).not.toHaveProperty('notices');
  });

  test('a call knows how many threads it was granted, one unless it is told', async () => {
    const calls = [undefined, 1, 6, 0].map((threads) => ({
      ...trial('threads'),
      ...(threads === undefined ? {} : { threads }),
    }));
    expect((await executor.run(calls)).map(rowValue)).toEqual([1, 1, 6, 1]);
  });

  test('a thread remembers what calls of the same stage made, until it is full', async () => {
    const remember = (key: number, bytes = 8) => trial('remember', { key, bytes });
    const other = { ...remember(1), module: `${remember(1).module}?other` };
    const calls = [remember(1), remember(2), remember(1), other, remember(1, 2 ** 50), remember(3, 2 ** 50)];
    const [one, two, again, elsewhere, known, ...large] = (await executor.run(calls)).map(rowValue);
    expect([two, again, known]).toEqual([(one as number) + 1, one, one]);
    // Another module counts by itself, and keys that it shares by chance lead to its own values.
    expect(elsewhere).toBe(1);
    const [third] = (await executor.run([remember(3, 2 ** 50)])).map(rowValue);
    expect(third).toBe((large[0] as number) + 1);
  });

  test('the hash of an input is the one that came along, or that of its content', async () => {
    const weights = Float32Array.of(1, 2, 3);
    const call = { ...trial('hash'), inputs: { network: { weights } } };
    const known = { ...call, inputHashes: { network: { weights: '00000000000f' } } };
    const outcomes = await executor.run([call, known]);
    const expected = Number.parseInt(contentHash(weights).slice(0, 12), 16);
    expect(outcomes.map(rowValue)).toEqual([expected, 15]);
  });
});

describe('threads of piscina', () => {
  test('that a stage started itself end with the call', async () => {
    const executor = piscinaExecutor.open({ threads: 1 });
    const counted = new Int32Array(new SharedArrayBuffer(4));
    const call = { ...trial('nest'), inputs: { network: { weights: counted } } };
    try {
      const stop = new AbortController();
      const running = executor.run([call], { signal: stop.signal });
      for (let tries = 0; Atomics.load(counted, 0) === 0 && tries < 200; tries++) await pause(20);
      expect(Atomics.load(counted, 0)).not.toBe(0);
      stop.abort('enough');
      await expect(running).rejects.toBe('enough');
      await expectStill(counted);

      Atomics.store(counted, 0, 0);
      const [late] = await executor.run([call], { timeoutMs: 700 });
      expect(codeOf(late as never)).toBe('POOL_TIMEOUT');
      expect(Atomics.load(counted, 0)).not.toBe(0);
      await expectStill(counted);
    } finally {
      await executor.close();
    }
  }, 20_000);

  test('take calls of one affinity again where they can', async () => {
    const executor = piscinaExecutor.open({ threads: 3 });
    try {
      const ask = async (affinity: string) =>
        rowValue((await executor.run([{ ...trial('thread'), affinity }]))[0]);
      const first = [await ask('a'), await ask('b'), await ask('c')];
      expect(new Set(first).size).toBe(3);
      for (const order of ['abc', 'cab', 'bbaacc', 'cba'])
        for (const affinity of order)
          expect(await ask(affinity), `${affinity} of ${order}`).toBe(first['abc'.indexOf(affinity)]);
      // Without a wish any thread will do, and one that nobody knows makes room for another.
      expect(first).toContain(rowValue((await executor.run([trial('thread')]))[0]));
      expect(first).toContain(await ask('d'));
    } finally {
      await executor.close();
    }
  });
});

/** Ending a thread takes a moment; then nothing may count any more. */
async function expectStill(counted: Int32Array): Promise<void> {
  await pause(500);
  const before = Atomics.load(counted, 0);
  await pause(100);
  expect(Atomics.load(counted, 0)).toBe(before);
}

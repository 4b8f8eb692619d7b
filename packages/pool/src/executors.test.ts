import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type CallOutcome, contentHash, type Executor, type ExecutorPlugin } from '@bitfront/core';
import { readArtifact } from '@bitfront/store';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { artifactOf, codeOf, trial } from './fixtures/trial-call.ts';
import { inlineExecutor, piscinaExecutor } from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'bitfront-pool-'));
afterAll(() => rmSync(folder, { recursive: true }));

const kinds: readonly (readonly [string, ExecutorPlugin, number])[] = [
  ['inline', inlineExecutor, 1],
  ['piscina, 1 thread', piscinaExecutor, 1],
  ['piscina, 2 threads', piscinaExecutor, 2],
];

describe.each(kinds)('%s', (name, plugin, threads) => {
  let executor: Executor;
  beforeAll(() => {
    executor = plugin.open({ threads });
  });
  afterAll(() => executor.close());

  test('gives the outcomes of a batch in order, failures among them', async () => {
    const outcomes = await executor.run([
      trial('fine', { value: 1 }),
      ...failing.map(([what]) => trial(what)),
      trial('async', { value: 5 }),
    ]);
    expect(outcomes.map(codeOf)).toEqual(['ok', ...failing.map(([, code]) => code), 'ok']);
    expect(artifactOf(outcomes.at(-1))).toEqual({ row: { value: 5 } });
    for (const outcome of outcomes.slice(1, -1)) {
      expect(outcome).toMatchObject({ ok: false, failure: { blame: 'point' } });
    }
  });

  test('keeps message and stack of an exception', async () => {
    const [outcome] = await executor.run([trial('throw')]);
    expect(outcome).toMatchObject({
      failure: { message: expect.stringContaining('TypeError: out of cheese') },
    });
    const stack = outcome?.ok === false ? (outcome.failure.stack ?? '') : '';
    expect(stack).toMatch(/^TypeError: out of cheese\n.*trial\.mjs:\d+/);
    expect(stack).not.toContain('run-call');
  });

  test('says why a plugin cannot be used', async () => {
    const syntax = file('syntax.mjs', 'export default {');
    const empty = file('empty.mjs', 'export const stage = 1;');
    const half = file('half.mjs', 'export default { run: 3 };');
    const modules = [syntax, 'file:///nowhere/plugin.mjs', empty, half];
    const outcomes = await executor.run(modules.map((module) => ({ ...trial('fine'), module })));
    expect(outcomes.map(codeOf)).toEqual([
      'PLUGIN_NOT_LOADED',
      'PLUGIN_NOT_LOADED',
      'PLUGIN_NOT_A_STAGE',
      'PLUGIN_NOT_A_STAGE',
    ]);
    const broken = outcomes[1]?.ok === false ? outcomes[1].failure.stack : '';
    expect(broken).toMatch(/Caused by: .*Cannot find module/);
    expect(messageOf(outcomes[3])).toContain('it has no function "run"');
  });

  test('shares large arrays: another call sees them, and changes to them, without a copy', async () => {
    const length = 100_000;
    const [made] = await executor.run([trial('big', { length })]);
    const { weights } = artifactOf(made) as { weights: Float32Array };
    expect(weights.buffer).toBeInstanceOf(SharedArrayBuffer);
    expect(weights[7]).toBe(Math.fround(7 / 3));
    expect(made).toMatchObject({
      hashes: { weights: contentHash(Float32Array.from({ length }, (_, i) => i / 3)) },
    });
    const inputs = { network: { weights } };
    // A stage must never do this; here it shows that both threads look at the same memory.
    await executor.run([{ ...trial('mark', { at: 7, mark: 1000 }), inputs }]);
    expect(weights[7]).toBe(1000);
    const [summed] = await executor.run([{ ...trial('sum'), inputs }]);
    expect(artifactOf(summed)).toEqual({ row: { value: weights.reduce((sum, weight) => sum + weight, 0) } });
  });

  test('writes the artifact file before success and loads it again, shared', async () => {
    const keep = join(folder, `${name}.artifact`);
    const [made] = await executor.run([{ ...trial('big', { length: 50_000 }), keep }]);
    const stored = readArtifact(keep);
    expect(made).toMatchObject({ ok: true, artifact: stored.artifact, hashes: stored.hashes });
    const loaded = (await executor.load(keep)) as { weights: Float32Array };
    expect(loaded).toEqual(stored.artifact);
    expect(loaded.weights.buffer).toBeInstanceOf(SharedArrayBuffer);
  });

  test('blames the machine when the artifact file cannot be written', async () => {
    const keep = join(file('plain-file', '').slice('file://'.length), 'x.artifact');
    const [outcome] = await executor.run([{ ...trial('fine', { value: 1 }), keep }]);
    expect(outcome).toMatchObject({ ok: false, failure: { code: 'STORE_WRITE_FAILED', blame: 'machine' } });
  });

  test('rejects a damaged artifact with its code', async () => {
    const damaged = join(folder, 'damaged.artifact');
    writeFileSync(damaged, 'bitfrnt1 but no more');
    await expect(executor.load(damaged)).rejects.toMatchObject({
      name: 'BitfrontError',
      code: 'ARTIFACT_DAMAGED',
      message: expect.stringContaining(damaged),
    });
  });

  test('delivers progress, as a part of the batch', async () => {
    const heard: [number, string | undefined][] = [];
    await executor.run([trial('progress'), trial('progress')], {
      onProgress: (fraction, note) => heard.push([fraction, note]),
    });
    expect(heard.slice(0, 3)).toEqual([
      [0.125, 'epoch 1'],
      [0.5, 'epoch 2'],
      [0.625, 'epoch 1'],
    ]);
  });

  test('a call that ends too late fails alone', async () => {
    const outcomes = await executor.run(
      [
        trial('fine', { value: 1 }),
        trial('busy', { ms: 800 }),
        trial('sleep', { ms: 8000 }),
        trial('async', { value: 2 }),
      ],
      { timeoutMs: 500 },
    );
    expect(outcomes.map(codeOf)).toEqual(['ok', 'POOL_TIMEOUT', 'POOL_TIMEOUT', 'ok']);
    expect(outcomes[2]).toMatchObject({ failure: { blame: 'machine' } });
    expect(outcomes[2]?.seconds).toBeGreaterThanOrEqual(0.499);
    expect(outcomes[2]?.seconds).toBeLessThan(5);
  });

  test('rejects with the reason when aborted, and works on', async () => {
    const stop = new AbortController();
    const reason = new Error('enough');
    const running = executor.run([trial('sleep', { ms: 60_000 })], { signal: stop.signal });
    setTimeout(() => stop.abort(reason), 50);
    await expect(running).rejects.toBe(reason);
    await expect(executor.run([trial('fine')], { signal: stop.signal })).rejects.toBe(reason);
    expect((await executor.run([trial('async', { value: 1 })])).map(codeOf)).toEqual(['ok']);
  });

  test('runs nothing after close', async () => {
    const other = plugin.open({ threads });
    const running = other.run([trial('sleep', { ms: 60_000 })]);
    setTimeout(() => other.close(), 100);
    await expect(running).rejects.toMatchObject({ code: 'POOL_CLOSED' });
    await expect(other.run([trial('async', { value: 1 })])).rejects.toMatchObject({ code: 'POOL_CLOSED' });
  });
});

test('outcomes are the same in every executor', async () => {
  const calls = [
    ...Array.from({ length: 20 }, (_, value) => trial('fine', { value })),
    ...failing.map(([what]) => trial(what)),
    trial('big', { length: 9000 }),
  ];
  const all: (readonly CallOutcome[])[] = [];
  for (const [, plugin, threads] of kinds) {
    const executor = plugin.open({ threads });
    const halves = [calls.slice(0, 11), calls.slice(11)];
    all.push((await Promise.all(halves.map((half) => executor.run(half)))).flat());
    await executor.close();
  }
  const [inline, ...others] = all.map((outcomes) => outcomes.map((outcome) => ({ ...outcome, seconds: 0 })));
  expect(inline?.filter(({ ok }) => ok)).toHaveLength(21);
  for (const other of others) expect(withoutStacks(other)).toEqual(withoutStacks(inline ?? []));
});

const failing: readonly (readonly [string, string])[] = [
  ['throw', 'STAGE_THREW'],
  ['nan', 'STAGE_NOT_FINITE'],
  ['undeclared', 'STAGE_COLUMNS_WRONG'],
  ['missing', 'STAGE_COLUMNS_WRONG'],
  ['text', 'STAGE_COLUMNS_WRONG'],
  ['nothing', 'STAGE_ARTIFACT_INVALID'],
  ['map', 'ARTIFACT_NOT_PLAIN'],
];

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return pathToFileURL(path).href;
}

function messageOf(outcome: CallOutcome | undefined): string {
  return outcome?.ok === false ? outcome.failure.message : '';
}

function withoutStacks(outcomes: readonly CallOutcome[]): readonly unknown[] {
  return outcomes.map((outcome) =>
    outcome.ok ? outcome : { ...outcome, failure: { ...outcome.failure, stack: undefined } },
  );
}

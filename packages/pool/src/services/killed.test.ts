import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { CallOutcome, StageCall } from '@bitfront/core';
import { randomStream } from '@bitfront/math';
import { readArtifact, readCheckpoint } from '@bitfront/store/artifacts';
import { afterAll, expect, test } from 'vitest';
import { trial } from '../fixtures/trial-call.ts';
import { inlineExecutor } from '../inline-executor.ts';

const folder = mkdtempSync(join(tmpdir(), 'bitfront-killed-'));
afterAll(() => rmSync(folder, { recursive: true }));

const program = join(import.meta.dirname, '..', 'fixtures', 'steps-process.mjs');
const call = {
  ...trial('steps', { steps: 1200, ms: 2 }),
  keep: join(folder, 'x.artifact'),
  checkpoint: join(folder, 'x.checkpoint'),
} satisfies StageCall;

const start = () => spawn(process.execPath, [program, JSON.stringify(call)]);
/** How far the checkpoint is; 0 where there is none. */
const stepReached = (): number => {
  const bytes = existsSync(call.checkpoint) ? readCheckpoint(call.checkpoint) : undefined;
  return bytes === undefined ? 0 : (new Float64Array(bytes.buffer)[0] ?? 0);
};

test('a process that is killed with -9 at random moments leaves whole checkpoints, from which the next one goes on', async () => {
  const moments = randomStream('1', 'kill -9 of a checkpoint');
  const reached = [0];
  for (let kill = 0; kill < 4; kill++) {
    const child = start();
    // From the first file on, a kill may meet any moment of a save.
    while (stepReached() <= (reached.at(-1) ?? 0) && child.exitCode === null) await pause(5);
    await pause(moments.integer(120));
    expect(child.exitCode).toBe(null);
    child.kill('SIGKILL');
    await once(child, 'exit');
    // A torn file would be removed by reading it, and the step would fall to zero.
    reached.push(stepReached());
  }
  expect(reached).toEqual([...new Set(reached)].sort((a, b) => a - b));
  expect(reached.at(-1)).toBeGreaterThan(0);

  const last = start();
  let said = '';
  last.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  await once(last, 'close');
  const executor = inlineExecutor.open({ threads: 1 });
  const [calm] = await executor.run([trial('steps', { steps: 1200 })]);
  expect((JSON.parse(said) as CallOutcome & { ok: true }).artifact).toEqual(
    calm?.ok === true && calm.artifact,
  );
  expect(readArtifact(call.keep).artifact).toEqual(calm?.ok === true && calm.artifact);
  expect(readdirSync(folder).filter((name) => !name.endsWith('.tmp'))).toEqual(['x.artifact']);
}, 60_000);

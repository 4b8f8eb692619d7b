import { once } from 'node:events';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { bitfront, emptyFolder, startBitfront } from '../fixtures/bitfront.ts';

const fixtures = join(import.meta.dirname, '..', 'fixtures');
const sweep = (out: string, ...more: readonly string[]): string[] => [
  ...['sweep', join(fixtures, 'stepwise.json'), '--plugin', join(fixtures, 'stepwise.mjs')],
  ...['--out', out, '--threads', '1', '--progress', 'none', ...more],
];
const points = (folder: string): string => readFileSync(join(folder, 'points.csv'), 'utf8');
const stepOf = (err: string): number => Number(/from step (\d+)/.exec(err)?.[1]);
const info = async (cache: string) =>
  JSON.parse((await bitfront(['cache', 'info', '--json'], { cache })).out);

it('a sweep that is killed in the middle of a call goes on there, even with --fresh, but not with --no-cache', async () => {
  const [calm, out, cache] = [emptyFolder(), emptyFolder(), emptyFolder()];
  expect(stepOf((await bitfront(sweep(calm))).err)).toBe(0);

  const { child, said } = startBitfront(sweep(out), { cache, env: { STEP_MS: '60' } });
  const versions = new Set<number>();
  while (versions.size < 6 && child.exitCode === null) {
    for (const version of savedVersions(cache)) versions.add(version);
    await pause(10);
  }
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect([child.signalCode, stepOf(said.err)]).toEqual(['SIGKILL', 0]);
  expect(await info(cache)).toMatchObject({ entries: 0, checkpoints: 1, bytes: 64 });

  const without = await bitfront(sweep(emptyFolder(), '--no-cache'), { cache });
  expect(stepOf(without.err)).toBe(0);
  expect(await info(cache)).toMatchObject({ entries: 0, checkpoints: 1 });

  const last = await bitfront(sweep(out, '--fresh'), { cache });
  expect(last.code).toBe(0);
  expect(stepOf(last.err)).toBeGreaterThan(3);
  expect(points(out)).toBe(points(calm));
  expect(await info(cache)).toMatchObject({ entries: 1, checkpoints: 0 });
}, 60_000);

/** Times at which checkpoints were written; a file may be replaced while it is looked at. */
function savedVersions(cache: string): readonly number[] {
  return readdirSync(cache, { recursive: true })
    .filter((file) => String(file).endsWith('.checkpoint'))
    .map((file) => statSync(join(cache, String(file)), { throwIfNoEntry: false })?.mtimeMs ?? 0)
    .filter((time) => time > 0);
}

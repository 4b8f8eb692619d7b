import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { randomStream } from '@bitfront/math';
import { describe, expect, it } from 'vitest';
import { bitfront, emptyFolder, startBitfront } from '../fixtures/bitfront.ts';

const pipeline = join(import.meta.dirname, '..', 'fixtures', 'killed.json');
const kills = 20;
/** A start takes about half a second to its first stage, a whole run a few seconds. */
const [earliestMs, latestMs] = [300, 3500];

const sweep = (out: string, threads: number): string[] => [
  ...['sweep', pipeline, '--out', out, '--threads', String(threads), '--progress', 'none'],
];
const read = (folder: string, file: string): string => readFileSync(join(folder, file), 'utf8');

describe('a sweep that is killed with -9 at random moments and started again', () => {
  it('ends with the bytes of a run in one thread that nobody disturbed, and trains nothing twice', async () => {
    const calm = emptyFolder();
    const undisturbed = await bitfront(sweep(calm, 1));
    expect([undisturbed.code, undisturbed.err]).toEqual([0, '']);

    const moments = randomStream('1', 'kill -9');
    let [out, cache] = [emptyFolder(), emptyFolder()];
    for (let killed = 0; killed < kills; ) {
      const { child, ended } = startBitfront(sweep(out, 2), { cache });
      await Promise.race([pause(earliestMs + moments.integer(latestMs - earliestMs)), ended]);
      child.kill('SIGKILL');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      expectWholeFiles(out);
      if (child.signalCode === 'SIGKILL') killed++;
      else {
        // It came to its end before the kill: the next ones meet a run that starts from nothing.
        expectEqualRuns(out, calm);
        [out, cache] = [emptyFolder(), emptyFolder()];
      }
    }
    const last = await bitfront(sweep(out, 2), { cache });
    expect(last.code).toBe(0);
    expectEqualRuns(out, calm);
  }, 600_000);
});

function expectWholeFiles(folder: string): void {
  for (const file of ['points.csv', 'front.csv'])
    if (existsSync(join(folder, file))) expect(read(folder, file).endsWith('\n')).toBe(true);
}

function expectEqualRuns(folder: string, calm: string): void {
  for (const file of ['points.csv', 'front.csv']) expect(read(folder, file)).toBe(read(calm, file));
  expect(heavyCallsMadeTwice(folder)).toEqual([]);
}

/** Keys of stored stages whose computation was journaled more than once. */
function heavyCallsMadeTwice(folder: string): readonly string[] {
  const events = read(folder, 'journal.jsonl')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as { readonly event: Record<string, unknown> }).event)
    .filter((event) => event.t === 'stage' && event.plugin !== 'dataset-synthetic');
  const keys = events.map((event) => String(event.key));
  return keys.filter((key, index) => keys.indexOf(key) !== index);
}

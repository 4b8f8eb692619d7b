import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { lockFolder } from './lock-folder.ts';
import { thisProcess } from './lock-holder.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bitfront-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const inUse = (pid: number) =>
  expect.objectContaining({
    code: 'RESULTS_IN_USE',
    what: expect.stringContaining(`process ${pid} on ${hostname()}`),
  });

describe('the lock of a folder', () => {
  test('has one holder at a time and leaves nothing behind', () => {
    const lock = lockFolder(join(folder, 'new'));
    expect(() => lockFolder(join(folder, 'new'))).toThrow(inUse(process.pid));
    lock.release();
    expect(readdirSync(join(folder, 'new'))).toEqual([]);
    const next = lockFolder(join(folder, 'new'));
    // The lock is no longer the first holder's to give back.
    lock.release();
    expect(() => lockFolder(join(folder, 'new'))).toThrow(inUse(process.pid));
    next.release();
  });

  test('of another process is refused by naming it, and taken over after kill -9', async () => {
    const child = contender('hold');
    expect(await firstLine(child)).toBe('held');
    expect(() => lockFolder(folder)).toThrow(inUse(child.pid ?? 0));
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(existsSync(join(folder, '.bitfront.lock'))).toBe(true);
    lockFolder(folder).release();
    expect(readdirSync(folder)).toEqual([]);
  });

  test.runIf(process.platform === 'linux')(
    'of a dead process is taken over though its pid is in use again',
    () => {
      const reused = { ...thisProcess(), start: 'another-boot 1' };
      writeFileSync(join(folder, '.bitfront.lock'), JSON.stringify(reused));
      lockFolder(folder).release();
      writeFileSync(join(folder, '.bitfront.lock'), JSON.stringify(thisProcess()));
      expect(() => lockFolder(folder)).toThrow(inUse(process.pid));
    },
  );

  test('of another machine, or one that cannot be read, is never taken over', () => {
    const file = join(folder, '.bitfront.lock');
    for (const text of [
      JSON.stringify({ ...thisProcess(), pid: 999_999_999, host: 'elsewhere' }),
      '',
      '{"pid":',
    ]) {
      writeFileSync(file, text);
      const refused = expect.objectContaining({ code: 'RESULTS_IN_USE', now: expect.stringContaining(file) });
      expect(() => lockFolder(folder)).toThrow(refused);
      expect(readFileSync(file, 'utf8')).toBe(text);
    }
  });

  test('is never held twice while processes fight for a dead one’s', async () => {
    const witness = join(folder, 'witness');
    const stale = JSON.stringify({ ...thisProcess(), pid: 999_999_999 });
    writeFileSync(join(folder, '.bitfront.lock'), stale);
    const children = Array.from({ length: 4 }, () => contender('fight', witness, stale));
    const wins = await Promise.all(children.map(async (child) => Number(await firstLine(child))));
    // Every holder creates the witness exclusively and removes it again: a second one would have failed, with NaN.
    expect(wins.filter(Number.isNaN)).toEqual([]);
    expect(wins.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(20);
    expect(readdirSync(folder).filter((name) => name !== '.bitfront.lock')).toEqual([]);
  }, 30_000);
});

/** A process of its own; `fight` locks and dies on paper, again and again, and prints how often it held the lock. */
function contender(what: 'hold' | 'fight', witness = '', stale = ''): ChildProcess {
  const index = new URL('../../dist/index.js', import.meta.url).href;
  const program = `
    import { linkSync, renameSync, rmSync, writeFileSync } from 'node:fs';
    import { lockFolder } from ${JSON.stringify(index)};
    const folder = ${JSON.stringify(folder)};
    if (${what === 'hold'}) {
      lockFolder(folder);
      console.log('held');
      setInterval(() => undefined, 1000);
    } else {
      let wins = 0;
      for (const end = Date.now() + 2000; Date.now() < end; ) {
        let lock;
        try { lock = lockFolder(folder); } catch (error) { if (error.code !== 'RESULTS_IN_USE') throw error; continue; }
        writeFileSync(${JSON.stringify(witness)}, '', { flag: 'wx' });
        wins++;
        // Long enough for a second holder to trip over the witness.
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2);
        rmSync(${JSON.stringify(witness)});
        if (wins % 3 === 0) lock.release();
        else {
          // As if killed: the lock stays and names a process that is gone.
          const own = folder + '/.stale.' + process.pid;
          writeFileSync(own, ${JSON.stringify(stale)});
          renameSync(own, folder + '/.bitfront.lock');
        }
      }
      console.log(wins);
    }`;
  return spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

async function firstLine(child: ChildProcess): Promise<string> {
  let text = '';
  for await (const chunk of child.stdout ?? []) {
    text += String(chunk);
    if (text.includes('\n')) break;
  }
  return text.trim() || 'nothing';
}

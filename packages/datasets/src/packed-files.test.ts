import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { folderSource } from './folder-source.ts';
import { readPublishedFile } from './read-published-file.ts';
import { verifyFiles } from './verify-files.ts';

const installed = spawnSync('xz', ['--version']).status === 0;
if (!installed) process.stderr.write('Tests of files packed with xz are skipped: there is no program xz.\n');

const content = new TextEncoder().encode('five times five '.repeat(25));
const file = {
  name: 'signals',
  packed: 'xz',
  sha256: createHash('sha256').update(content).digest('hex'),
  bytes: content.length,
} as const;
const dataset = { name: 'small', origin: 'this test', files: [file] };

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bitfront-packed-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe.skipIf(!installed)('a file packed with xz', () => {
  it('is unpacked and checked, filters of signals included', () => {
    const path = pack(content, '--delta=dist=2', '--lzma2=dict=64KiB');
    expect([...readPublishedFile('p', [folder], file, '')]).toEqual([...content]);
    expect(verifyFiles(dataset, [folder])).toEqual([{ name: 'signals', status: 'ok', path }]);
  });

  it('is refused when it is cut short, longer than published, or another one', () => {
    const read = () => readPublishedFile('p', [folder], file, 'Fetch it.');
    const path = pack(content);
    writeFileSync(path, Uint8Array.from([0xfd, 0x37, 0x7a]));
    expect(read).toThrow(/\[p\] "[^"]*signals\.xz" could not be unpacked\. xz said: .*xz -dk/);
    expect(verifyFiles(dataset, [folder])[0]?.status).toBe('damaged');
    pack(new Uint8Array(100_000));
    expect(read).toThrow('could not be unpacked');
    pack(content.with(3, 0));
    expect(read).toThrow('is not the published one');
  });

  it('gives way to the unpacked file beside it', () => {
    pack(new Uint8Array(10));
    writeFileSync(join(folder, 'signals'), content);
    expect(readPublishedFile('p', [folder], file, '')).toHaveLength(content.length);
  });
});

describe('a machine without the program xz', () => {
  const path = process.env.PATH;
  afterEach(() => {
    process.env.PATH = path;
  });

  it('is told what to do', () => {
    writeFileSync(join(folder, 'signals.xz'), 'x');
    process.env.PATH = folder;
    expect(() => readPublishedFile('p', [folder], file, '')).toThrow(
      /The program xz is not on this machine\. Install xz .*xz -dk "[^"]*signals\.xz"/,
    );
  });
});

describe('a dataset that comes from a folder only', () => {
  const source = folderSource('p', dataset, 'Set the folder.');
  const all = async (from: string | undefined) => {
    const names: string[] = [];
    for await (const { name } of source.bring(from)) names.push(name);
    return names;
  };

  it('is taken from the folder, checked', async () => {
    writeFileSync(join(folder, 'signals'), content);
    expect(await all(folder)).toEqual(['signals']);
    expect(await source.check([folder])).toMatchObject([{ status: 'ok' }]);
  });

  it('says that nobody offers a download', async () => {
    await expect(all(undefined)).rejects.toThrow(/Nobody publishes it.*dataset fetch small --from DIR/);
  });
});

/** Writes signals.xz with some options of the program. */
function pack(bytes: Uint8Array, ...options: readonly string[]): string {
  const { stdout } = spawnSync('xz', ['--stdout', ...options], { input: bytes });
  const path = join(folder, 'signals.xz');
  writeFileSync(path, stdout);
  return path;
}

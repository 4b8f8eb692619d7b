import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readCheckpoint, removeCheckpoint, writeCheckpoint } from '../artifacts/checkpoint-file.ts';
import { openJournal } from '../journal/open-journal.ts';
import { scanJournal } from '../journal/scan-journal.ts';
import { writeError } from './disk-error.ts';
import { replaceFile } from './replacement.ts';
import { writeFileAtomic } from './write-file-atomic.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bitfront-files-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('replacing a file', () => {
  test('shows the old content until commit and the new one after', () => {
    const file = join(folder, 'deep', 'er', 'run.json');
    writeFileAtomic(file, 'old µ');
    const replacement = replaceFile(file);
    replacement.append(Buffer.from('new '));
    replacement.append(Buffer.from('content'));
    expect(readFileSync(file, 'utf8')).toBe('old µ');
    replacement.commit();
    replacement.discard();
    expect(readFileSync(file, 'utf8')).toBe('new content');
    expect(readdirSync(join(folder, 'deep', 'er'))).toEqual(['run.json']);
  });

  test('discarded leaves no trace', () => {
    const replacement = replaceFile(join(folder, 'x'));
    replacement.append(new Uint8Array(10));
    replacement.discard();
    expect(readdirSync(folder)).toEqual([]);
  });

  test('that fails names the file and leaves no trace', () => {
    const target = join(folder, 'folder');
    mkdirSync(join(target, 'inside'), { recursive: true });
    const failed = expect.objectContaining({
      code: 'STORE_WRITE_FAILED',
      what: expect.stringContaining(target),
    });
    expect(() => writeFileAtomic(target, 'x')).toThrow(failed);
    expect(readdirSync(folder)).toEqual(['folder']);
  });

  test('in a read-only folder says so', () => {
    chmodSync(folder, 0o500);
    // The superuser may write everywhere but into the kernel's own tree.
    const closed = process.getuid?.() === 0 ? '/sys/kernel' : folder;
    expect(() => writeFileAtomic(join(closed, 'x'), 'x')).toThrow(
      expect.objectContaining({ code: 'STORE_NOT_WRITABLE' }),
    );
    chmodSync(folder, 0o700);
  });
});

test.each([
  ['ENOSPC', 'STORE_DISK_FULL'],
  ['EDQUOT', 'STORE_DISK_FULL'],
  ['EROFS', 'STORE_NOT_WRITABLE'],
  ['EACCES', 'STORE_NOT_WRITABLE'],
  ['EIO', 'STORE_WRITE_FAILED'],
])('%s is %s', (code, expected) => {
  const error = writeError('/data/x', Object.assign(new Error(`${code}: no`), { code }));
  expect(error).toMatchObject({ code: expected, what: expect.stringContaining('/data/x') });
  expect(error.why).toContain(code);
});

const disk = mountedDisk();
afterAll(() => disk?.unmount());

describe.skipIf(disk === undefined)('on a disk of 64 KiB', () => {
  const full = expect.objectContaining({ code: 'STORE_DISK_FULL' });
  const path = (name: string): string => join(disk?.folder ?? '', name);

  test('a file that does not fit leaves the old one and no trace', () => {
    writeFileAtomic(path('points.csv'), 'old');
    expect(() => writeFileAtomic(path('points.csv'), 'x'.repeat(100_000))).toThrow(full);
    expect(readFileSync(path('points.csv'), 'utf8')).toBe('old');
    expect(readdirSync(path(''))).toEqual(['points.csv']);
  });

  test('a checkpoint that does not fit leaves the one before', () => {
    writeCheckpoint(path('x.checkpoint'), Uint8Array.of(1, 2, 3));
    expect(() => writeCheckpoint(path('x.checkpoint'), new Uint8Array(100_000))).toThrow(full);
    expect(readCheckpoint(path('x.checkpoint'))).toEqual(Uint8Array.of(1, 2, 3));
    removeCheckpoint(path('x.checkpoint'));
    expect(readdirSync(path(''))).toEqual(['points.csv']);
  });

  test('a journal keeps whole lines only, and goes on when there is space again', async () => {
    writeFileSync(path('ballast'), 'x'.repeat(30_000));
    const journal = openJournal(path('journal.jsonl'));
    const event = { t: 'note', text: 'x'.repeat(1000) };
    expect(() => {
      for (;;) {
        journal.append(event);
        journal.flush();
      }
    }).toThrow(full);
    expect(() => journal.close()).toThrow(full);
    const scan = await scanJournal(path('journal.jsonl'), (found) => expect(found).toEqual(event));
    expect(scan).toMatchObject({ damagedLines: 0, tornBytes: 0 });
    expect(scan.events).toBeGreaterThan(5);
    rmSync(path('ballast'));
    const again = openJournal(path('journal.jsonl'));
    expect(again.lostBytes).toBe(0);
    again.append(event);
    again.close();
    expect((await scanJournal(path('journal.jsonl'), () => undefined)).events).toBe(scan.events + 1);
  });
});

/** A tiny disk in memory, where the tests may mount one. */
function mountedDisk(): { folder: string; unmount: () => void } | undefined {
  const mounted = mkdtempSync(join(tmpdir(), 'bitfront-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', mounted], { stdio: 'ignore' });
  } catch {
    rmSync(mounted, { recursive: true });
    return undefined;
  }
  return {
    folder: mounted,
    unmount: () => {
      execFileSync('umount', [mounted]);
      rmSync(mounted, { recursive: true });
    },
  };
}

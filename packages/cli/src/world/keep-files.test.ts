import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BroughtFile } from '@bitfront/datasets';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepFiles } from './keep-files.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bitfront-keep-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('keepFiles', () => {
  it('writes every file as it comes into a folder that it makes', async () => {
    const target = join(folder, 'data', 'small');
    const kept: string[] = [];
    for await (const path of keepFiles(brought('a.bin', 'b.bin'), target)) {
      kept.push(path);
      expect([...readFileSync(path)]).toEqual([kept.length]);
    }
    expect(kept).toEqual([join(target, 'a.bin'), join(target, 'b.bin')]);
  });

  it('makes no folder when nothing comes', async () => {
    const target = join(folder, 'data');
    for await (const path of keepFiles(brought(), target)) expect(path).toBe('never');
    expect(existsSync(target)).toBe(false);
  });
});

async function* brought(...names: readonly string[]): AsyncGenerator<BroughtFile> {
  for (const [index, name] of names.entries()) yield { name, bytes: Uint8Array.of(index + 1) };
}

import { existsSync, mkdtempSync, rmSync, statSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { contentHash, textHash } from '@bitfront/core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openArtifactStore } from './artifact-store.ts';
import { defaultCacheFolder } from './default-cache-folder.ts';
import { writeCheckpoint } from './checkpoint-file.ts';
import { writeArtifact } from './write-artifact.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bitfront-store-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const key = (name: string): string => textHash(name);

describe('an artifact store', () => {
  test('finds what was written, by key, and nothing else', () => {
    const store = openArtifactStore(join(folder, 'not', 'yet'));
    expect(store.find(key('a'))).toBeUndefined();
    expect(store.info()).toEqual({ entries: 0, checkpoints: 0, bytes: 0 });
    const hashes = put(store.fileOf(key('a')), 10);
    expect(store.find(key('a'))).toEqual(hashes);
    expect(store.find(key('b'))).toBeUndefined();
    expect(store.fileOf(key('a'))).toBe(
      join(folder, 'not', 'yet', key('a').slice(0, 2), `${key('a')}.artifact`),
    );
    expect(store.info()).toEqual({
      entries: 1,
      checkpoints: 0,
      bytes: statSync(store.fileOf(key('a'))).size,
    });
  });

  test('refuses keys that are no hashes', () => {
    const store = openArtifactStore(folder);
    for (const wrong of ['', '../../etc/passwd', 'ABCDEF0123456789', 'abc']) {
      expect(() => store.fileOf(wrong)).toThrow(expect.objectContaining({ code: 'STORE_KEY_INVALID' }));
    }
  });

  test('deletes and reports a damaged file, which then counts as missing', () => {
    const damaged: string[] = [];
    const store = openArtifactStore(folder, { onDamaged: (file) => damaged.push(file) });
    const file = store.fileOf(key('a'));
    put(file, 1000);
    truncateSync(file, statSync(file).size - 1);
    expect(store.find(key('a'))).toBeUndefined();
    expect(damaged).toEqual([file]);
    expect(existsSync(file)).toBe(false);
    expect(store.find(key('a'))).toBeUndefined();
    expect(damaged).toHaveLength(1);
  });

  test('prunes the least recently used first, and no more than needed', () => {
    const store = openArtifactStore(folder);
    const names = ['a', 'b', 'c', 'd'];
    for (const [age, name] of names.entries()) {
      put(store.fileOf(key(name)), 1000);
      utimesSync(store.fileOf(key(name)), 1000 + age, 1000 + age);
    }
    const { bytes } = store.info();
    // Using the oldest makes it the newest.
    store.find(key('a'));
    expect(store.prune(bytes)).toEqual({ removed: 0, freedBytes: 0 });
    expect(store.prune(bytes / 2 + 1)).toEqual({ removed: 2, freedBytes: bytes / 2 });
    expect(names.map((name) => store.find(key(name)) !== undefined)).toEqual([true, false, false, true]);
    expect(store.prune(0).removed).toBe(2);
    expect(store.info()).toEqual({ entries: 0, checkpoints: 0, bytes: 0 });
  });

  test('prunes what killed writers left, but not what is being written', () => {
    const store = openArtifactStore(folder);
    put(store.fileOf(key('a')), 10);
    const shard = dirname(store.fileOf(key('a')));
    writeFileSync(join(shard, '.x.artifact.1.tmp'), 'abandoned');
    utimesSync(join(shard, '.x.artifact.1.tmp'), 1000, 1000);
    writeFileSync(join(shard, '.x.artifact.2.tmp'), 'in the making');
    expect(store.info().entries).toBe(1);
    expect(store.prune(1e9)).toEqual({ removed: 1, freedBytes: 9 });
    expect(existsSync(join(shard, '.x.artifact.2.tmp'))).toBe(true);
  });

  test('counts checkpoints, and keeps files of both kinds within the size', () => {
    const store = openArtifactStore(folder);
    put(store.fileOf(key('old')), 1000);
    const artifactBytes = store.info().bytes;
    save(store.checkpointOf(key('middle')), 200);
    put(store.fileOf(key('new')), 1000);
    const now = Date.now() / 1000;
    for (const [age, file] of [store.fileOf(key('old')), store.checkpointOf(key('middle'))].entries())
      utimesSync(file, now - 100 + age, now - 100 + age);
    // 48 bytes of header.
    expect(store.info()).toEqual({ entries: 2, checkpoints: 1, bytes: 2 * artifactBytes + 248 });
    expect(store.prune(2 * artifactBytes + 248)).toEqual({ removed: 0, freedBytes: 0 });
    expect(store.prune(2 * artifactBytes + 247)).toEqual({ removed: 1, freedBytes: artifactBytes });
    expect(store.prune(artifactBytes)).toEqual({ removed: 1, freedBytes: 248 });
    expect(store.find(key('new'))).toBeDefined();
  });

  test('prunes stale checkpoints: those of finished calls and those of 30 days ago', () => {
    const store = openArtifactStore(folder);
    put(store.fileOf(key('done')), 10);
    for (const name of ['done', 'forgotten', 'under way']) save(store.checkpointOf(key(name)), 100);
    const days = (count: number) => Date.now() / 1000 - count * 86_400;
    utimesSync(store.checkpointOf(key('forgotten')), days(31), days(31));
    utimesSync(store.checkpointOf(key('under way')), days(29), days(29));
    expect(store.prune(1e9)).toEqual({ removed: 2, freedBytes: 296 });
    expect(existsSync(store.checkpointOf(key('under way')))).toBe(true);
    expect(store.find(key('done'))).toBeDefined();
  });

  test('says early when it cannot be written to', () => {
    openArtifactStore(folder).checkWritable();
    writeFileSync(join(folder, 'file'), '');
    const store = openArtifactStore(join(folder, 'file'));
    expect(() => store.checkWritable()).toThrow(expect.objectContaining({ code: 'STORE_WRITE_FAILED' }));
    expect(store.info().entries).toBe(0);
  });
});

test.each([
  [{ BITFRONT_CACHE: '/big/disk' }, 'linux', '/big/disk'],
  [{}, 'linux', '/home/ada/.cache/bitfront'],
  [{ XDG_CACHE_HOME: '/var/cache' }, 'linux', '/var/cache/bitfront'],
  [{ XDG_CACHE_HOME: 'relative' }, 'freebsd', '/home/ada/.cache/bitfront'],
  [{ XDG_CACHE_HOME: '/var/cache' }, 'darwin', '/home/ada/Library/Caches/bitfront'],
  [{ LOCALAPPDATA: 'C:\\Users\\ada\\Local' }, 'win32', 'C:\\Users\\ada\\Local\\bitfront\\Cache'],
])('the cache folder for %j on %s is %s', (env, platform, folderName) => {
  expect(defaultCacheFolder(env, platform, '/home/ada')).toBe(folderName);
});

function save(file: string, length: number): void {
  writeCheckpoint(file, new Uint8Array(length));
}

function put(file: string, length: number): Readonly<Record<string, string>> {
  const artifact = { weights: new Uint8Array(length), row: {} };
  const hashes = { weights: contentHash(artifact.weights), row: contentHash({}) };
  writeArtifact(file, artifact, hashes);
  return hashes;
}

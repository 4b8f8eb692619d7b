import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readCheckpoint, removeCheckpoint, writeCheckpoint } from './checkpoint-file.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bitfront-checkpoint-'));
  file = join(folder, 'ab', 'abc.checkpoint');
});
afterEach(() => rmSync(folder, { recursive: true }));

const content = Uint8Array.from({ length: 1000 }, (_, index) => index * 7);

describe('a checkpoint file', () => {
  test('gives back its last content, in memory of its own that any typed array can look at', () => {
    expect(readCheckpoint(file)).toBeUndefined();
    writeCheckpoint(file, new Uint8Array(5000));
    writeCheckpoint(file, content);
    const read = readCheckpoint(file);
    expect(read).toEqual(content);
    expect([read?.byteOffset, read?.buffer.byteLength]).toEqual([0, 1000]);
    expect(readdirSync(join(folder, 'ab'))).toEqual(['abc.checkpoint']);
    removeCheckpoint(file);
    removeCheckpoint(file);
    expect(readCheckpoint(file)).toBeUndefined();
  });

  test('holds nothing, a part of a larger array, or shared memory', () => {
    const shared = new Uint8Array(new SharedArrayBuffer(64)).fill(3);
    for (const bytes of [new Uint8Array(0), content.subarray(11, 17), shared]) {
      writeCheckpoint(file, bytes);
      expect([...(readCheckpoint(file) ?? [])]).toEqual([...bytes]);
    }
  });

  test('is ignored and removed whichever byte of it changes', () => {
    writeCheckpoint(file, content.subarray(0, 20));
    const whole = readFileSync(file);
    for (let at = 0; at < whole.length; at++) {
      const changed = Buffer.from(whole);
      changed[at] = (changed[at] ?? 0) ^ 16;
      writeFileSync(file, changed);
      expect(readCheckpoint(file), `byte ${at}`).toBeUndefined();
      expect(existsSync(file)).toBe(false);
    }
  });

  test('is ignored and removed wherever it is cut off, or if something follows', () => {
    for (let length = 0; length < 68; length++) {
      writeCheckpoint(file, content.subarray(0, 20));
      truncateSync(file, length);
      expect(readCheckpoint(file), `${length} bytes`).toBeUndefined();
      expect(existsSync(file)).toBe(false);
    }
    writeCheckpoint(file, content);
    writeFileSync(file, 'x', { flag: 'a' });
    expect(readCheckpoint(file)).toBeUndefined();
  });

  test('of another call is ignored, even if it is whole', () => {
    writeCheckpoint(file, content);
    const other = join(folder, 'ab', 'abd.checkpoint');
    copyFileSync(file, other);
    expect(readCheckpoint(other)).toBeUndefined();
    expect(readCheckpoint(file)).toEqual(content);
  });

  test('that cannot be read is ignored, and one that cannot be written says why', () => {
    mkdirSync(file, { recursive: true });
    expect(readCheckpoint(file)).toBeUndefined();
    expect(() => writeCheckpoint(file, content)).toThrow(
      expect.objectContaining({ code: 'STORE_WRITE_FAILED' }),
    );
  });
});

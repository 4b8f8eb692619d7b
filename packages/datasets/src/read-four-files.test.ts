import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FourFiles, readFourFiles } from './read-four-files.ts';
import { verifyFiles } from './verify-files.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bitfront-datasets-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('readFourFiles', () => {
  it('reads plain and gzipped files, from the first folder that has them', () => {
    const dataset = write({});
    const other = join(folder, 'other');
    mkdirSync(other);
    writeFileSync(join(other, 'train-x'), 'another file of the same name, in a later folder');
    const read = readFourFiles('p', dataset, [join(folder, 'empty'), folder, other], 'Fetch it.', 1);
    expect(read.description).toEqual({ name: 'tiny', shape: [1, 2], features: 2, classes: 3, maxValue: 255 });
    expect(read.train.values).toEqual(Uint8Array.of(1, 2, 3, 4));
    expect(read.validation).toEqual({ count: 1, values: Uint8Array.of(5, 6), labels: Uint8Array.of(2) });
    expect(read.test.labels).toEqual(Uint8Array.of(1));
  });

  it('says what is missing, where it looked and what to do', () => {
    const dataset = write({});
    rmSync(join(folder, 'test-y.gz'));
    expect(() => readFourFiles('p', dataset, [folder], 'Fetch it.', 0)).toThrow(
      `[p] The file "test-y" was not found. It was looked for as test-y, test-y.gz in: ${folder}. Fetch it.`,
    );
    expect(() => readFourFiles('p', dataset, [], 'Fetch it.', 0)).toThrow(/no folder at all/);
  });

  it('refuses a single changed bit and a truncation', () => {
    const dataset = write({});
    const path = join(folder, 'train-x');
    const changed = idx([3, 1, 2], [1, 2, 3, 4, 5, 7]);
    writeFileSync(path, changed);
    expect(() => readFourFiles('p', dataset, [folder], 'Fetch it.', 0)).toThrow(/is not the published one/);
    writeFileSync(path, idx([3, 1, 2], [1, 2, 3, 4, 5, 6]).subarray(0, 20));
    expect(() => readFourFiles('p', dataset, [folder], 'Fetch it.', 0)).toThrow(/is not the published one/);
  });

  it('refuses counts and shapes that do not fit together', () => {
    const counts = write({ 'train-y': idx([2], [0, 1]) });
    expect(() => readFourFiles('p', counts, [folder], '', 0)).toThrow(
      /"train-x" holds 3 examples.*holds 2 labels/,
    );
    const shapes = write({ 'test-x': idx([1, 3], [1, 2, 3]) });
    expect(() => readFourFiles('p', shapes, [folder], '', 0)).toThrow(/"test-x" has the shape 3, not 1 x 2/);
    const floats = write({ 'test-x': Uint8Array.of(0, 0, 13, 1, 0, 0, 0, 1, 0, 0, 0, 0) });
    expect(() => readFourFiles('p', floats, [folder], '', 0)).toThrow(/not a list of bytes/);
  });
});

describe('verifyFiles', () => {
  it('tells sound, damaged and missing files apart', () => {
    const dataset = write({});
    writeFileSync(join(folder, 'train-x'), 'x');
    writeFileSync(join(folder, 'test-y.gz'), Uint8Array.of(0x1f, 0x8b, 1));
    rmSync(join(folder, 'train-y'));
    expect(verifyFiles(dataset, [folder]).map(({ status }) => status)).toEqual([
      'damaged',
      'missing',
      'ok',
      'damaged',
    ]);
  });
});

function idx(shape: readonly number[], values: readonly number[]): Uint8Array {
  const sizes = shape.flatMap((size) => [0, 0, 0, size]);
  return Uint8Array.from([0, 0, 8, shape.length, ...sizes, ...values]);
}

/** Writes four small files, some replaced, the last one gzipped; returns their description with true sums. */
function write(replaced: Readonly<Record<string, Uint8Array>>): FourFiles {
  const contents = {
    'train-x': idx([3, 1, 2], [1, 2, 3, 4, 5, 6]),
    'train-y': idx([3], [0, 1, 2]),
    'test-x': idx([1, 1, 2], [7, 8]),
    'test-y': idx([1], [1]),
    ...replaced,
  };
  const publish = (name: keyof typeof contents) => {
    const bytes = contents[name];
    if (name === 'test-y') writeFileSync(join(folder, `${name}.gz`), gzipSync(bytes));
    else writeFileSync(join(folder, name), bytes);
    return { name, sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length };
  };
  const files = [publish('train-x'), publish('train-y'), publish('test-x'), publish('test-y')] as const;
  return { name: 'tiny', origin: 'this test', classes: 3, files };
}

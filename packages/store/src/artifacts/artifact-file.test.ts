import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contentHash, share } from '@bitfront/core';
import { afterAll, describe, expect, test } from 'vitest';
import type { Artifact, PartHashes } from './artifact-header.ts';
import { readArtifact } from './read-artifact.ts';
import { writeArtifact } from './write-artifact.ts';

const folder = mkdtempSync(join(tmpdir(), 'bitfront-artifact-'));
afterAll(() => rmSync(folder, { recursive: true }));

const everything: Artifact = {
  numbers: [
    0,
    -0,
    1e-323,
    0.1,
    Number.MAX_VALUE,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ],
  texts: { empty: '', unicode: 'µm² 𝄞', lone: '\ud800', quote: '"\n' },
  odd: {
    $array: 3,
    $number: 'x',
    __proto__x: 1,
    nested: [[], {}, null, [undefined], true, { a: { b: [false] } }],
  },
  arrays: {
    int8: Int8Array.of(-128, 127),
    bytes: Uint8Array.of(1, 2, 3),
    clamped: Uint8ClampedArray.of(255),
    int16: Int16Array.of(-1),
    uint16: Uint16Array.of(65535),
    int32: Int32Array.of(-5),
    uint32: Uint32Array.of(0xdeadbeef),
    float32: Float32Array.of(1.5, Number.NaN, -0),
    float64: Float64Array.of(0.1, Number.MIN_VALUE),
    big: BigInt64Array.of(-1n),
    ubig: BigUint64Array.of(2n ** 63n),
    none: new Float64Array(0),
    sliced: Uint8Array.of(9, 8, 7, 6).subarray(1, 3),
  },
  layers: [{ words: Uint32Array.from({ length: 5000 }, (_, i) => i * 2654435761) }],
};

describe('an artifact file', () => {
  test('gives back every value, type and bit', () => {
    const { file, hashes } = written('everything', everything);
    const read = readArtifact(file);
    expect(read.artifact).toEqual(everything);
    expect(read.hashes).toEqual(hashes);
    expect(Object.is((read.artifact.numbers as number[])[1], -0)).toBe(true);
  });

  test('shares arrays of 16 KiB and more, and only those', () => {
    const { file } = written('sizes', {
      small: new Uint8Array(16_383).fill(1),
      large: new Uint8Array(16_384).fill(2),
      alreadyShared: share(Float64Array.from({ length: 4000 }, (_, i) => i)),
    });
    const { artifact } = readArtifact(file);
    expect((artifact.small as Uint8Array).buffer).toBeInstanceOf(ArrayBuffer);
    expect((artifact.large as Uint8Array).buffer).toBeInstanceOf(SharedArrayBuffer);
    expect((artifact.alreadyShared as Float64Array)[3999]).toBe(3999);
  });

  test('is found damaged whichever byte of it changes', () => {
    const artifact = { row: { errorRate: 0.5 }, weights: Uint32Array.of(1, 2), text: ['x'] };
    const { file } = written('bits', artifact);
    const intact = readFileSync(file);
    const unseen: number[] = [];
    for (let at = 0; at < intact.length; at++) {
      const changed = Buffer.from(intact);
      changed[at] = (changed[at] ?? 0) ^ 0x10;
      writeFileSync(file, changed);
      try {
        // Bytes 12 to 15 and the padding carry nothing.
        expect(readArtifact(file).artifact).toEqual(artifact);
        unseen.push(at);
      } catch (error) {
        expect(error).toMatchObject({ code: 'ARTIFACT_DAMAGED' });
      }
    }
    expect(unseen.length).toBeLessThanOrEqual(4 + 7 + 7);
    expect(unseen.slice(0, 4)).toEqual([12, 13, 14, 15]);
  });

  test('is found damaged wherever it is cut off, when it is too long, and when it is missing', () => {
    const { file } = written('cut', { weights: Float64Array.of(1, 2, 3), row: {} });
    const intact = readFileSync(file);
    for (let length = 0; length < intact.length; length++) {
      writeFileSync(file, intact.subarray(0, length));
      expect(() => readArtifact(file)).toThrow(expect.objectContaining({ code: 'ARTIFACT_DAMAGED' }));
    }
    writeFileSync(file, Buffer.concat([intact, Buffer.alloc(8)]));
    expect(() => readArtifact(file)).toThrow(/its length is wrong/);
    rmSync(file);
    expect(() => readArtifact(file)).toThrow(/it is missing/);
  });

  test.each([
    ['a Map', { part: { inner: new Map() } }, 'part.inner'],
    ['a Buffer', { part: Buffer.from('x') }, 'part'],
    ['a DataView', { part: [new DataView(new ArrayBuffer(1))] }, 'part[0]'],
    ['a Date', { part: new Date(0) }, 'part'],
    ['a function', { part: () => 1 }, 'part'],
    ['a bigint', { part: 1n }, 'part'],
    ['a cycle', { part: cycle() }, 'part'],
  ])('refuses %s and leaves no file', (name, artifact, path) => {
    const target = join(folder, 'refused', `${name}.artifact`);
    const refused = expect.objectContaining({
      code: 'ARTIFACT_NOT_PLAIN',
      what: expect.stringContaining(`"${path}`),
    });
    expect(() => writeArtifact(target, artifact, {})).toThrow(refused);
    expect(() => readdirSync(join(folder, 'refused'))).toThrow('ENOENT');
  });

  test('that cannot be put in place leaves nothing behind', () => {
    const target = join(folder, 'blocked', 'x.artifact');
    mkdirSync(join(target, 'inside'), { recursive: true });
    expect(() => writeArtifact(target, { row: {} }, {})).toThrow(
      expect.objectContaining({ name: 'BitfrontError' }),
    );
    expect(readdirSync(join(folder, 'blocked'))).toEqual(['x.artifact']);
  });
});

function written(name: string, artifact: Artifact): { file: string; hashes: PartHashes } {
  const file = join(folder, name, `${name}.artifact`);
  const hashes = Object.fromEntries(
    Object.entries(artifact).map(([part, value]) => [part, contentHash(value)]),
  );
  writeArtifact(file, artifact, hashes);
  expect(readdirSync(join(folder, name))).toEqual([`${name}.artifact`]);
  return { file, hashes };
}

function cycle(): unknown {
  const loop: unknown[] = [];
  loop.push(loop);
  return loop;
}

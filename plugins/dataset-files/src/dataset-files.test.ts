import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { bareServices, checkParameters } from '@bitfront/core';
import { randomStream } from '@bitfront/math';
import { type NpyValues, writeNpy } from '@bitfront/npy';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import plugin from './dataset-files.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'bitfront-files-'));
  mkdirSync(join(root, 'mine'));
  npy('train-images', Uint8Array.of(1, 2, 3, 4, 5, 255), [3, 2]);
  npy('train-labels', BigInt64Array.of(0n, 1n, 2n));
  writeFileSync(
    join(root, 'mine', 'test-images.idx.gz'),
    gzipSync(Uint8Array.of(0, 0, 8, 2, 0, 0, 0, 1, 0, 0, 0, 2, 9, 10)),
  );
  npy('test-labels', Float64Array.of(1));
});
afterEach(() => rmSync(root, { recursive: true }));

describe('dataset-files', () => {
  it('reads NPY and IDX side by side, labels of any number type', async () => {
    const dataset = await read({ validationImages: 1 });
    expect(dataset.description).toEqual({ name: 'mine', shape: [2], features: 2, classes: 3, maxValue: 255 });
    expect(dataset.train).toEqual({
      count: 2,
      values: Uint8Array.of(1, 2, 3, 4),
      labels: Uint8Array.of(0, 1),
    });
    expect(dataset.validation).toEqual({ count: 1, values: Uint8Array.of(5, 255), labels: Uint8Array.of(2) });
    expect(dataset.test).toEqual({ count: 1, values: Uint8Array.of(9, 10), labels: Uint8Array.of(1) });
  });

  it('rounds unit values to maxValue steps, halves up', async () => {
    npy('train-images', Float32Array.of(0, 0.5, 1, 0.25, 0.75, 0.1), [3, 2]);
    npy('test-images', Float64Array.of(1, 0), [1, 2]);
    rmSync(join(root, 'mine', 'test-images.idx.gz'));
    const { train } = await read({ scale: 'unit', maxValue: 2 });
    expect([...train.values]).toEqual([0, 1, 2, 1, 2, 0]);
  });

  it.each([
    [
      'a label beyond the classes',
      () => npy('train-labels', Uint8Array.of(0, 3, 1)),
      'DATASET_LABEL_INVALID',
      /Label 1 of "train-labels.npy" is 3/,
    ],
    ['a negative label', () => npy('test-labels', Int8Array.of(-1)), 'DATASET_LABEL_INVALID', /is -1/],
    ['half a label', () => npy('test-labels', Float32Array.of(0.5)), 'DATASET_LABEL_INVALID', /is 0.5/],
    [
      'one label too few',
      () => npy('train-labels', Uint8Array.of(0, 1)),
      'DATASET_COUNT_MISMATCH',
      /3 examples.*2 labels/,
    ],
    [
      'a table of labels',
      () => npy('train-labels', Uint8Array.of(0, 1, 1), [3, 1]),
      'DATASET_SHAPE_MISMATCH',
      /3 x 1, not count/,
    ],
    [
      'NaN',
      () => npy('train-images', Float32Array.of(1, 2, 3, 4, Number.NaN, 6), [3, 2]),
      'DATASET_VALUE_INVALID',
      /Value 4 .* is NaN/,
    ],
    [
      'fractions as raw values',
      () => npy('train-images', Float32Array.of(1, 2, 3, 4, 0.5, 6), [3, 2]),
      'DATASET_VALUE_INVALID',
      /whole numbers/,
    ],
    [
      'values beyond a byte',
      () => npy('train-images', Int16Array.of(1, 2, 3, 4, 256, 6), [3, 2]),
      'DATASET_VALUE_INVALID',
      /is 256/,
    ],
    [
      'examples of another size',
      () => npy('train-images', Uint8Array.of(1, 2, 3), [3, 1]),
      'DATASET_SHAPE_MISMATCH',
      /not count x 1/,
    ],
    [
      'a list instead of examples',
      () => npy('train-images', Uint8Array.of(1, 2, 3)),
      'DATASET_SHAPE_MISMATCH',
      /count x features/,
    ],
    [
      'a missing file',
      () => rmSync(join(root, 'mine', 'train-labels.npy')),
      'DATASET_FILE_MISSING',
      /train-labels.idx/,
    ],
  ])('refuses %s', async (_, damage, code, message) => {
    damage();
    const failure = read({});
    await expect(failure).rejects.toMatchObject({ code });
    await expect(failure).rejects.toThrow(message);
  });

  it('refuses a way out of the data folder', async () => {
    for (const folder of ['..', '../other', 'a/b', '/etc', ''])
      await expect(read({ folder }), folder).rejects.toMatchObject({ code: 'PARAMETER_INVALID' });
  });

  it('has a fingerprint of the contents, not of the folder', async () => {
    const before = fingerprint(root);
    const other = mkdtempSync(join(tmpdir(), 'bitfront-files-'));
    const first = root;
    root = other;
    mkdirSync(join(root, 'mine'));
    npy('train-images', Uint8Array.of(1, 2, 3, 4, 5, 255), [3, 2]);
    npy('train-labels', BigInt64Array.of(0n, 1n, 2n));
    writeFileSync(
      join(root, 'mine', 'test-images.idx.gz'),
      gzipSync(Uint8Array.of(0, 0, 8, 2, 0, 0, 0, 1, 0, 0, 0, 2, 9, 10)),
    );
    npy('test-labels', Float64Array.of(1));
    expect(fingerprint(root)).toBe(before);
    npy('test-labels', Float64Array.of(2));
    expect(fingerprint(root)).not.toBe(before);
    rmSync(first, { recursive: true });
  });
});

const given = (more: object) =>
  checkParameters(plugin.name, plugin.parameters, {
    folder: 'mine',
    classes: 3,
    validationImages: 0,
    ...more,
  });

async function read(more: object) {
  return plugin.run({}, given(more), {
    random: (...key) => randomStream('1', ...key),
    signal: new AbortController().signal,
    progress: () => {},
    host: { dataFolders: ['/nowhere', root] },
    ...bareServices,
  });
}

function fingerprint(folder: string) {
  return plugin.fingerprint?.(given({}), { dataFolders: [folder] });
}

function npy(name: string, data: NpyValues, shape?: readonly number[]): void {
  writeFileSync(join(root, 'mine', `${name}.npy`), writeNpy(data, shape));
}

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { npmPackage, officialArchive, officialFolder } from './archives.ts';
import { checkBatches } from './dataset-source.ts';
import { readDataset } from './read-dataset.ts';
import {
  png,
  smallBatches,
  smallDataset,
  smallPictures,
  writeArchive,
  writeBatches,
  writePackage,
} from './small.fixture.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bitfront-cifar10-test-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const { signal } = new AbortController();
const read = (dataset = smallDataset(), folders: readonly string[] = [folder]) =>
  readDataset('p', dataset, folders, 'Fetch it.', 1, signal);

/** What the three forms must all give. */
const expected = {
  description: { name: 'small', shape: [3, 1, 2], features: 6, classes: 10, maxValue: 255 },
  train: {
    count: 3,
    values: Uint8Array.of(10, 11, 20, 21, 30, 31, 40, 41, 50, 51, 60, 61, 1, 2, 3, 4, 5, 6),
    labels: Uint8Array.of(6, 9, 0),
  },
  validation: { count: 1, values: Uint8Array.of(255, 0, 254, 0, 253, 0), labels: Uint8Array.of(4) },
  test: {
    count: 2,
    values: Uint8Array.of(7, 7, 8, 8, 9, 9, 100, 101, 102, 103, 104, 105),
    labels: Uint8Array.of(3, 8),
  },
};

describe('readDataset finds the batches', () => {
  it('as files, plain or gzipped', async () => {
    writeBatches(folder);
    writeFileSync(join(folder, 'test_batch.bin.gz'), gzipSync(smallBatches['test_batch.bin']));
    rmSync(join(folder, 'test_batch.bin'));
    expect(await read()).toEqual(expected);
  });

  it('in the folder that the official archive unpacks into', async () => {
    mkdirSync(join(folder, officialFolder));
    writeBatches(join(folder, officialFolder));
    expect(await read()).toEqual(expected);
  });

  it('in the official archive', async () => {
    await writeArchive(folder);
    expect(await read()).toEqual(expected);
  });

  it('as pictures in the npm package', async () => {
    await writePackage(folder);
    expect(await read()).toEqual(expected);
  });

  it('in the quickest form: files before the archive before the package', async () => {
    writeFileSync(join(folder, npmPackage.tarball), 'never opened');
    await writeArchive(folder);
    expect(await read()).toEqual(expected);
    writeFileSync(join(folder, officialArchive), 'never opened');
    writeBatches(folder);
    expect(await read()).toEqual(expected);
  });
});

describe('readDataset refuses', () => {
  it('a folder without them, naming the first missing file and every form', async () => {
    writeBatches(folder);
    rmSync(join(folder, 'data_batch_2.bin'));
    await expect(read()).rejects.toThrow(
      `[p] The file "data_batch_2.bin" was not found. It was looked for as data_batch_2.bin, ${officialArchive}, ${npmPackage.tarball} in: ${folder}, ${join(folder, officialFolder)}. Fetch it.`,
    );
    await expect(read(smallDataset(), [])).rejects.toThrow(/no folder at all/);
  });

  it('a batch that is cut short or too long', async () => {
    writeBatches(folder, { 'data_batch_1.bin': smallBatches['data_batch_1.bin'].subarray(0, 13) });
    await expect(read()).rejects.toThrow(/data_batch_1\.bin.*13 bytes; 2 records of 7 bytes are 14/);
    writeBatches(folder, { 'data_batch_1.bin': new Uint8Array(21) });
    await expect(read()).rejects.toThrow(/data_batch_1\.bin.*21 bytes/);
  });

  it('a single changed bit, in each form', async () => {
    const changed = smallBatches['test_batch.bin'].slice();
    changed[5] = 9 ^ 1;
    writeBatches(folder, { 'test_batch.bin': changed });
    await expect(read()).rejects.toThrow(/test_batch\.bin" is not the published one/);
    rmSync(join(folder, 'test_batch.bin'));
    await writeArchive(folder, { 'test_batch.bin': changed });
    await expect(read()).rejects.toThrow(/tar\.gz\/test_batch\.bin" is not the published one/);
    rmSync(join(folder, officialArchive));
    const picture = smallPictures['test_batch.png'].slice();
    picture[0] = 6;
    await writePackage(folder, { 'test_batch.png': png(2, 2, picture) });
    await expect(read()).rejects.toThrow(/tgz\/test_batch\.png" is not the published one/);
  });

  it.each([10, 255])('label %i, even in a batch with the right sum', async (label) => {
    const batch = smallBatches['data_batch_2.bin'].slice();
    batch[7] = label;
    const replaced = { 'data_batch_2.bin': batch };
    writeBatches(folder, replaced);
    await expect(read(smallDataset(replaced))).rejects.toThrow(
      new RegExp(`Label 1 of ".*data_batch_2.bin" is ${label}.*from 0 to 9 for 10 classes`),
    );
  });

  it('an archive without one of the files', async () => {
    await writeArchive(folder, { 'data_batch_2.bin': undefined });
    await expect(read()).rejects.toThrow(
      /holds no file "data_batch_2\.bin".*batches\.meta\.txt, cifar-10-batches-bin\/data_batch_1\.bin/,
    );
    rmSync(join(folder, officialArchive));
    await writePackage(folder, { 'test_lables.json': undefined });
    await expect(read()).rejects.toThrow(/holds no file "test_lables\.json"/);
  });

  it('an archive that is cut short, by its gzip stream or by its tar', async () => {
    await writeArchive(folder);
    const path = join(folder, officialArchive);
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.subarray(0, bytes.length / 2));
    await expect(read()).rejects.toThrow(/tar\.gz" is not a readable gzip file/);
    writeFileSync(path, gzipSync(gunzipSync(bytes).subarray(0, 700)));
    await expect(read()).rejects.toThrow(/tar\.gz" is not a readable tar file/);
    writeFileSync(path, 'no archive at all');
    await expect(read()).rejects.toThrow(/tar\.gz" is not a readable tar file/);
  });

  it('a picture of another size or kind', async () => {
    const data = smallPictures['data_batch_1.png'];
    await writePackage(folder, { 'data_batch_1.png': png(4, 1, data) });
    await expect(read()).rejects.toThrow(
      /data_batch_1\.png" is a picture of 4 x 1 pixels with 3 channels of 8 bits.*makes 2 x 2 pixels with 3/,
    );
    await writePackage(folder, { 'data_batch_1.png': png(2, 2, data.subarray(0, 4)) });
    await expect(read()).rejects.toThrow(/with 1 channels of 8 bits/);
    await writePackage(folder, { 'data_batch_1.png': png(2, 2, data).subarray(0, 50) });
    await expect(read()).rejects.toThrow(/data_batch_1\.png" is not a readable PNG file/);
  });

  it.each([
    ['[6,9,0]', /a list of 4 labels, not 3/],
    ['{"0": 6}', /a list of 4 labels\./],
    ['[6,9,0,10]', /Label 3 is 10, not a whole number from 0 to 9/],
    ['[6,-1,0,4]', /Label 1 is -1/],
    ['[6,9,0.5,4]', /Label 2 is 0\.5/],
    ['[6,"9",0,4]', /Label 1 is "9"/],
    ['[6,9,', /not JSON/],
  ])('labels %s', async (labels, message) => {
    await writePackage(folder, { 'train_lables.json': labels });
    await expect(read()).rejects.toThrow(message);
  });

  it('to hold out every training image', async () => {
    writeBatches(folder);
    await expect(readDataset('p', smallDataset(), [folder], '', 4, signal)).rejects.toThrow(
      /4 of 4 training/,
    );
  });

  it('to go on after it was aborted', async () => {
    writeBatches(folder);
    const aborted = AbortSignal.abort('stop');
    await expect(readDataset('p', smallDataset(), [folder], '', 0, aborted)).rejects.toBe('stop');
  });
});

describe('checkBatches', () => {
  const statuses = async () => (await checkBatches(smallDataset(), [folder])).map(({ status }) => status);

  it('tells sound, damaged and missing files apart', async () => {
    expect(await statuses()).toEqual(['missing', 'missing', 'missing']);
    writeBatches(folder, { 'data_batch_2.bin': new Uint8Array(14) });
    rmSync(join(folder, 'test_batch.bin'));
    expect(await statuses()).toEqual(['ok', 'damaged', 'missing']);
  });

  it('looks inside archives and says which', async () => {
    await writePackage(folder, { 'data_batch_2.png': png(1, 4, smallPictures['data_batch_2.png']) });
    const path = join(folder, npmPackage.tarball);
    expect(await checkBatches(smallDataset(), [folder])).toEqual([
      { name: 'data_batch_1.bin', status: 'ok', path },
      { name: 'data_batch_2.bin', status: 'damaged', path },
      { name: 'test_batch.bin', status: 'ok', path },
    ]);
    writeFileSync(path, 'no archive');
    expect(await statuses()).toEqual(['damaged', 'damaged', 'damaged']);
  });
});

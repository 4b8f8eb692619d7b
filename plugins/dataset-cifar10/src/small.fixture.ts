import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { encode } from 'fast-png';
import { packTar } from 'modern-tar';
import { labelLists, npmPackage, officialArchive } from './archives.ts';
import type { BatchFiles } from './dataset-files.ts';

/** Two training batches and a test batch of two images each, 3 channels of 1 × 2 pixels, written out by hand. */
export const smallBatches = {
  'data_batch_1.bin': Uint8Array.of(6, 10, 11, 20, 21, 30, 31, 9, 40, 41, 50, 51, 60, 61),
  'data_batch_2.bin': Uint8Array.of(0, 1, 2, 3, 4, 5, 6, 4, 255, 0, 254, 0, 253, 0),
  'test_batch.bin': Uint8Array.of(3, 7, 7, 8, 8, 9, 9, 8, 100, 101, 102, 103, 104, 105),
};

/** The same images as the npm package has them: one row of pixels for each, the channels of a pixel side by side. */
export const smallPictures = {
  'data_batch_1.png': Uint8Array.of(10, 20, 30, 11, 21, 31, 40, 50, 60, 41, 51, 61),
  'data_batch_2.png': Uint8Array.of(1, 3, 5, 2, 4, 6, 255, 254, 253, 0, 0, 0),
  'test_batch.png': Uint8Array.of(7, 8, 9, 7, 8, 9, 100, 102, 104, 101, 103, 105),
};

type Batches = Readonly<Partial<Record<keyof typeof smallBatches, Uint8Array>>>;
type Members = Readonly<Record<string, Uint8Array | string | undefined>>;

/** Describes batches with their true sums. */
export function smallDataset(replaced: Batches = {}): BatchFiles {
  const files = Object.entries({ ...smallBatches, ...replaced }).map(([name, bytes]) => {
    return { name, bytes: 14, sha256: createHash('sha256').update(bytes).digest('hex') };
  });
  return { name: 'small', origin: 'this test', shape: [3, 1, 2], classes: 10, files };
}

export function writeBatches(folder: string, replaced: Batches = {}): void {
  for (const [name, bytes] of Object.entries({ ...smallBatches, ...replaced }))
    writeFileSync(join(folder, name), bytes);
}

/** Writes an archive as the official one is laid out; members set to undefined are left out. */
export async function writeArchive(folder: string, replaced: Members = {}): Promise<void> {
  const members = { 'batches.meta.txt': 'airplane', ...smallBatches, ...replaced };
  writeFileSync(join(folder, officialArchive), await archive('cifar-10-batches-bin', members));
}

/** Writes a tarball as npm does; members set to undefined are left out. */
export async function writePackage(folder: string, replaced: Members = {}): Promise<void> {
  const pictures = Object.entries(smallPictures).map(([name, data]) => [name, png(2, 2, data)] as const);
  const labels = { [labelLists.training]: '[6,9,0,4]', [labelLists.test]: '[3,8]' };
  const members = { 'package.json': '{}', ...Object.fromEntries(pictures), ...labels, ...replaced };
  writeFileSync(join(folder, npmPackage.tarball), await archive('package', members));
}

export function png(width: number, height: number, data: Uint8Array): Uint8Array {
  return encode({ width, height, data, channels: data.length / (width * height) });
}

async function archive(folder: string, members: Members): Promise<Uint8Array> {
  const entries = Object.entries(members).flatMap(([name, content]) => {
    if (content === undefined) return [];
    const body = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    return [{ header: { name: `${folder}/${name}`, size: body.length }, body }];
  });
  return gzipSync(await packTar(entries));
}

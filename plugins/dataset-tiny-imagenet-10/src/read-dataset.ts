import type { Dataset, Examples } from '@bitfront/core';
import { assembleDataset, readPublishedFile } from '@bitfront/datasets';
import type { ArchiveFiles } from './dataset-files.ts';
import { halvePixels } from './halve-pixels.ts';
import { type LabelledPicture, listPictures } from './list-pictures.ts';
import { openDecoder } from './open-decoder.ts';
import { plugin, remedy } from './remedy.ts';
import { unpackArchive } from './unpack-archive.ts';

export interface ImageParameters {
  readonly validationImages: number;
  readonly halve: boolean;
}

/**
 * Reads, checks and decodes the archive.
 * @throws DATASET_FILE_MISSING, DATASET_FILE_DAMAGED, DATASET_UNPACK_FAILED, DATASET_MEMBER_MISSING,
 *   DATASET_FORMAT_INVALID, and the reason of the signal when it is aborted
 */
export async function readDataset(
  dataset: ArchiveFiles,
  folders: readonly string[],
  { validationImages, halve }: ImageParameters,
  signal: AbortSignal,
): Promise<Dataset> {
  const [file] = dataset.files;
  const members = await unpackArchive(readPublishedFile(plugin, folders, file, remedy), file.name);
  const { train, test } = listPictures(plugin, dataset, members, file.name, remedy);
  const decode = await openDecoder();
  const side = halve ? dataset.side / 2 : dataset.side;
  const features = 3 * side * side;
  const examplesOf = (pictures: readonly LabelledPicture[]): Examples => {
    const values = new Uint8Array(pictures.length * features);
    for (const [index, { name, bytes }] of pictures.entries()) {
      signal.throwIfAborted();
      const pixels = decode(bytes, name, dataset.side);
      values.set(halve ? halvePixels(pixels, dataset.side) : pixels, index * features);
    }
    return { count: pictures.length, values, labels: Uint8Array.from(pictures, ({ label }) => label) };
  };
  const { name, classes } = dataset;
  const description = { name, shape: [3, side, side], features, classes, maxValue: 255 };
  return assembleDataset(plugin, description, examplesOf(train), examplesOf(test), validationImages);
}

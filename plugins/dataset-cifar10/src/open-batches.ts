import { readFileSync } from 'node:fs';
import { findFile, type PublishedFile } from '@bitfront/datasets';
import { gunzipped } from '@bitfront/idx';
import { labelLists } from './archives.ts';
import type { BatchFiles } from './dataset-files.ts';
import type { BatchPlace } from './find-batches.ts';
import { readLabels } from './read-labels.ts';
import { rebuildBatch } from './rebuild-batch.ts';
import { unpackMembers } from './unpack-members.ts';

/** Reads one batch, not checked yet. */
export type BatchReader = (file: PublishedFile) => FoundBatch;

export interface FoundBatch {
  readonly bytes: Uint8Array;
  /** Where it lies, for messages. */
  readonly path: string;
}

/**
 * Opens the place where the batches are.
 * @throws DATASET_FORMAT_INVALID, DATASET_MEMBER_MISSING; the reader also DATASET_IMAGE_MISMATCH
 */
export async function openBatches(
  plugin: string,
  dataset: BatchFiles,
  place: BatchPlace,
  remedy: string,
): Promise<BatchReader> {
  if (place.kind === 'files')
    return ({ name }) => {
      const path = findFile(plugin, place.folders, name, remedy);
      return { path, bytes: gunzipped(readFileSync(path), path) };
    };
  const names = dataset.files.map(({ name }) => name);
  if (place.kind === 'package') return openPackage(plugin, dataset, place.path, remedy);
  const members = await unpackMembers(plugin, place.path, names, remedy);
  return ({ name }) => ({ path: `${place.path}/${name}`, bytes: member(members, name) });
}

async function openPackage(
  plugin: string,
  dataset: BatchFiles,
  path: string,
  remedy: string,
): Promise<BatchReader> {
  const { files, shape, classes } = dataset;
  const pictures = files.map(({ name }) => pictureOf(name));
  const members = await unpackMembers(plugin, path, [...pictures, ...Object.values(labelLists)], remedy);
  const record = 1 + shape.reduce((product, size) => product * size, 1);
  const counts = files.map(({ bytes }) => bytes / record);
  const last = files.length - 1;
  const labels = (list: string, count: number) =>
    readLabels(member(members, list), `${path}/${list}`, count, classes);
  const training = labels(labelLists.training, sum(counts.slice(0, last)));
  const test = labels(labelLists.test, sum(counts.slice(last)));
  return (file) => {
    const index = files.indexOf(file);
    const start = sum(counts.slice(0, index));
    const own = index === last ? test : training.subarray(start, start + (counts[index] ?? 0));
    const picture = pictureOf(file.name);
    const png = member(members, picture);
    const bytes = rebuildBatch(plugin, dataset, png, `${path}/${picture}`, own, remedy);
    return { path: `${path}/${picture}`, bytes };
  };
}

function pictureOf(name: string): string {
  return name.replace(/\.bin$/, '.png');
}

/** `unpackMembers` has refused archives that lack one. */
function member(members: ReadonlyMap<string, Uint8Array>, name: string): Uint8Array {
  return members.get(name) ?? new Uint8Array();
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

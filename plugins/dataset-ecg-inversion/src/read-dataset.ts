import type { Dataset } from '@bitfront/core';
import { readPublishedFile } from '@bitfront/datasets';
import type { EcgFiles } from './dataset-files.ts';
import { type LeadName, storedNames } from './leads.ts';
import { makeExamples } from './make-examples.ts';
import { readRecords } from './read-records.ts';
import { plugin, remedy } from './remedy.ts';
import { splitRecords } from './split-records.ts';

const sampleMs = 2;
const unitUv = 5;

export interface EcgParameters {
  readonly testRecords: number;
  readonly validationRecords: number;
  readonly leads: readonly LeadName[];
  readonly decimation: number;
  readonly windowMs: number;
  readonly trainingWindows: number;
  readonly baselineMs: number;
  readonly fullScaleUv: number;
}

/**
 * Reads and checks the two files; a record's two versions are always in the same part.
 * @throws DATASET_FILE_MISSING, DATASET_FILE_DAMAGED, DATASET_UNPACK_FAILED, DATASET_FORMAT_INVALID, and the reason of
 *   the signal when it is aborted
 */
export function readDataset(
  dataset: EcgFiles,
  folders: readonly string[],
  parameters: EcgParameters,
  signal: AbortSignal,
): Dataset {
  const [signals, list] = dataset.files;
  const text = new TextDecoder().decode(readPublishedFile(plugin, folders, list, remedy));
  const lines = readRecords(text, list.name, dataset.records);
  const bytes = readPublishedFile(plugin, folders, signals, remedy);
  const stored = littleEndian(bytes);
  const size = storedNames.length * dataset.samples;
  const records = lines
    .filter(({ quality }) => quality === 'acceptable')
    .map(({ index, record }) => ({ record, stored: stored.subarray(index * size, (index + 1) * size) }));
  const { testRecords, validationRecords, leads, decimation, trainingWindows } = parameters;
  const samples = (lengthMs: number) => Math.floor(lengthMs / (sampleMs * decimation));
  const width = samples(parameters.windowMs);
  const cut = {
    leads,
    width,
    decimation,
    baselineSamples: samples(parameters.baselineMs),
    fullScale: parameters.fullScaleUv / unitUv,
  };
  const { train, validation, test } = splitRecords(records, testRecords, validationRecords);
  const part = (some: typeof records | typeof train, windows: number) =>
    makeExamples(
      some.map((one) => one.stored),
      { ...cut, windows },
      signal,
    );
  return {
    description: {
      name: 'ecg-inversion',
      shape: [leads.length, 1, width],
      features: leads.length * width,
      classes: 2,
      maxValue: 255,
    },
    train: part(train, trainingWindows),
    validation: part(validation, 1),
    test: part(test, 1),
  };
}

/** The file's samples, whatever the byte order of this machine. */
function littleEndian(bytes: Uint8Array): Int16Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const samples = new Int16Array(bytes.length / 2);
  for (let at = 0; at < samples.length; at++) samples[at] = view.getInt16(2 * at, true);
  return samples;
}

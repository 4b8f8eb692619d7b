import { join } from 'node:path';
import { choice, defineStage, integer, listOf, quantity } from '@bitfront/core';
import { datasetFiles } from './dataset-files.ts';
import { leadNames } from './leads.ts';
import { readDataset } from './read-dataset.ts';
import { plugin } from './remedy.ts';

const chosen = { cite: 'chosen on the validation records, see README', how: 'fitted' } as const;

/** Are the electrodes of left and right arm exchanged? 773 records, each as it is (0) and exchanged in software (1). */
export default defineStage({
  name: plugin,
  version: 1,
  doc: 'twelve-lead ECGs as they are and with the arm electrodes exchanged, 773 records of 10 s, 2 classes',
  needs: {},
  gives: 'dataset',
  parameters: {
    testRecords: integer(1, 386, 'records held out for test, each in both versions', 200),
    validationRecords: integer(0, 386, 'records held out for validation, each in both versions', 150),
    leads: listOf(choice(leadNames, 'a lead'), 1, 12, 'leads, the channels of an example', [...leadNames]),
    decimation: integer(1, 20, 'samples of 2 ms that are averaged into one', 5),
    windowMs: quantity('ms', 200, 10_000, 'length of the piece of a record that is an example', {
      default: 5120,
      provenance: chosen,
    }),
    trainingWindows: integer(1, 64, 'equally spaced pieces of every training record', 4),
    baselineMs: quantity('ms', 0, 20_000, 'length of the moving mean that is subtracted; 0 for none', {
      default: 1000,
      provenance: chosen,
    }),
    fullScaleUv: quantity('µV', 50, 50_000, 'deflection from the baseline that becomes 255', {
      default: 1000,
      provenance: chosen,
    }),
  },
  columns: {},
  weight: 'heavy',
  stored: false,
  source: {
    cite: 'I. Silva, G. B. Moody, L. Celi, "Improving the quality of ECGs collected using mobile phones: The PhysioNet/Computing in Cardiology Challenge 2011", Computing in Cardiology 38 (2011) 273',
    where: 'set A, records labelled acceptable',
    how: 'measured',
    residual:
      'signals exact: SHA-256 of every file is checked; the exchange of the electrodes is exact arithmetic',
    assumed: [
      'a unit of the files is 5 µV',
      'no acceptable record was taken with its arm electrodes exchanged already',
    ],
  },
  run: (_input, parameters, { host, signal }) => {
    signal.throwIfAborted();
    const folders = host.dataFolders.flatMap((folder) => [join(folder, datasetFiles.name), folder]);
    return readDataset(datasetFiles, folders, parameters, signal);
  },
});

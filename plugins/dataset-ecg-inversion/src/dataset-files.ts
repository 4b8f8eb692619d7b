import type { DatasetFiles, PublishedFile } from '@bitfront/datasets';

export interface EcgFiles extends DatasetFiles {
  /** Signals, then labels of quality. */
  readonly files: readonly [PublishedFile, PublishedFile];
  readonly records: number;
  /** Samples of one lead. */
  readonly samples: number;
}

/** Set A of the challenge: eight leads as 16-bit integers, and the quality of every record. */
export const datasetFiles: EcgFiles = {
  name: 'ecg-challenge-2011-a',
  origin: 'PhysioNet/CinC Challenge 2011, set A, physionet.org/content/challenge-2011 (open access)',
  records: 1000,
  samples: 5000,
  files: [
    {
      name: 'c2011a-8lead.i16',
      packed: 'xz',
      sha256: '6fb4be6cc183b254cb7889b56b2a6c56e2c07eb660c3cc199ede40ffbac940d6',
      bytes: 80_000_000,
    },
    {
      name: 'records.csv',
      sha256: '0c1264566a4c8d3e1a71db9ace34178e7c2847992a6a19849b3566f82b502d36',
      bytes: 23_349,
    },
  ],
};

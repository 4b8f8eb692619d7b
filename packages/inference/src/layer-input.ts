import type { Shortcut } from './add-shortcut.ts';
import type { BitMatrix, ByteMatrix, I32Matrix } from '@bitfront/kernels';

/**
 * What a layer sees of many images at once, feature-major. Every feature has `lanes` columns, one per image (or per
 * presentation of an image); behind a convolution a row is a channel, with all its pixels side by side: column
 * `pixel · lanes + image`. The input of a network has one row per feature instead, in the order channel, y, x.
 */
export interface LayerInput {
  /** Signs; counts of 0 … scale that stand for 2 · count − scale; or such integers themselves. */
  readonly values: BitMatrix | ByteMatrix | I32Matrix;
  /** Dot products are in units of 1 / scale; 1 for bits. */
  readonly scale: number;
  readonly lanes: number;
  /** Of a layer that has one. */
  readonly shortcut?: Shortcut | undefined;
}

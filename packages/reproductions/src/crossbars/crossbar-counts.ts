import type { ConvolutionShape } from '@bitfront/bits';
import { mapIm2col, mappingRow, mapSubImage, type SubImageOptions } from '@bitfront/crossbar-mapping';
import { mixed, type NetworkName, networks } from './square-networks.ts';

/**
 * The reading of the paper that gives its two reductions (reading A): every sub-image on a crossbar of its own, the largest
 * square that fits, both cells of a weight in neighbouring columns, 2D and 1D kernels packed along the diagonal.
 */
export const readingA: SubImageOptions = {
  pairs: 'neighbouring-columns',
  biasRow: false,
  subImage: 'largest',
  packing: true,
  spatial: 'parallel',
  strides: 'as-stride-1',
};

export type Reading = Partial<SubImageOptions>;

const square = (side: number) => ({ rows: side, columns: side });

/** What the convolutions take, as a row has it: crossbars, reads, utilisation. */
export function subImageCounts(layers: readonly ConvolutionShape[], side: number, reading: Reading = {}) {
  const array = square(side);
  return mappingRow(
    layers.map((layer) => mapSubImage(layer, array, { ...readingA, ...reading })),
    array,
  );
}

/** The same, one output pixel at a time, each weight stored once. */
export function im2colCounts(layers: readonly ConvolutionShape[], side: number) {
  const array = square(side);
  const options = { pairs: readingA.pairs, biasRow: false, copies: 1 } as const;
  return mappingRow(
    layers.map((layer) => mapIm2col(layer, array, options)),
    array,
  );
}

/** Percent of the crossbars that 2D + 1D kernels save; `both` reads 3D and 2D + 1D, `baseline` 3D alone. */
export function reduction(
  network: NetworkName,
  side: number,
  { both = {}, baseline = both }: { readonly both?: Reading; readonly baseline?: Reading } = {},
): number {
  const whole = networks[network];
  const apart = subImageCounts(mixed(whole, 1, 'deep'), side, both).crossbars;
  return 100 * (1 - apart / subImageCounts(whole, side, baseline).crossbars);
}

/** Crossbars of a mixture over those of 3D kernels alone. */
export function shareAt(network: NetworkName, side: number, ratio: number, from: 'deep' | 'input'): number {
  const whole = networks[network];
  return subImageCounts(mixed(whole, ratio, from), side).crossbars / subImageCounts(whole, side).crossbars;
}

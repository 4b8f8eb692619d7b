import type { I32Matrix } from '@bitfront/kernels';

/** Images written together: 16 neighbouring 32-bit entries are one cache line of the target. */
export const tileImages = 16;

/** Writes rows of [images × features] into neighbouring columns of [features × images]. */
export function writeTile(
  tile: Int32Array,
  images: number,
  { view, stride, rows }: I32Matrix,
  start: number,
): void {
  for (let feature = 0; feature < rows; feature++) {
    const target = feature * stride + start;
    for (let image = 0; image < images; image++)
      view[target + image] = tile[image * rows + feature] as number;
  }
}

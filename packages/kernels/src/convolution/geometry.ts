import { type ConvolutionShape, type Extent, positions } from '@bitfront/bits';
import type { KernelArena } from '../arena.ts';

/** Bytes of a geometry in memory, rounded up so that what follows stays aligned. */
export const geometryBytes = 64;

/** Writes what assembly/convolution-geometry.ts reads; the rest of the scratch space begins behind it. */
export function writeGeometry(arena: KernelArena, shape: ConvolutionShape, scratchBytes: number): number {
  const { input, kernel, stride, padding } = shape;
  return writeNumbers(arena, scratchBytes, [input, kernel, stride, padding, positions(shape)]);
}

/** The same for the pooling windows over the positions of a convolution; it must have a pooling. */
export function writePoolGeometry(
  arena: KernelArena,
  before: Extent,
  pool: Pooling,
  after: Extent,
  scratchBytes: number,
): number {
  return writeNumbers(arena, scratchBytes, [before, pool.size, pool.stride, { height: 0, width: 0 }, after]);
}

export type Pooling = NonNullable<ConvolutionShape['pool']>;

function writeNumbers(arena: KernelArena, scratchBytes: number, extents: readonly Extent[]): number {
  const start = arena.scratch(geometryBytes + scratchBytes);
  arena.integersAt(start, geometryBytes / 4).set(extents.flatMap(({ height, width }) => [height, width]));
  return start;
}

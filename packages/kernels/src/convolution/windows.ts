import { type ConvolutionShape, positionCount } from '@bitfront/bits';
import { checker } from '../check.ts';
import type { KernelContext } from '../kernel-context.ts';
import { type Matrix, sliceBytes } from '../matrix.ts';
import { writeGeometry } from './geometry.ts';

export function convolutionWindows<M extends Matrix>(
  { arena, wasm }: KernelContext,
  input: M,
  shape: ConvolutionShape,
  lanes: number,
  out: M,
): void {
  const check = checker('convolutionWindows', arena);
  const { channels, height, width } = shape.input;
  const pixels = height * width;
  check.lanes(lanes);
  // Rows are channels, or single pixels, which leave a gap where the lanes fill no whole block.
  const byPixel = input.rows !== channels;
  check.shape('input', input, byPixel ? channels * pixels : channels, byPixel ? lanes : pixels * lanes);
  const taps = shape.kernel.height * shape.kernel.width;
  check.shape('out', out, taps * channels, positionCount(shape) * lanes);
  check.separate('out', out, input);
  const slice = sliceBytes(input.kind, lanes);
  const inputRow = input.byteLength / input.rows;
  wasm.convolutionWindows(
    input.byteOffset,
    byPixel ? pixels * inputRow : inputRow,
    byPixel ? inputRow : slice,
    slice,
    channels,
    writeGeometry(arena, shape, 0),
    out.byteOffset,
    out.byteLength / out.rows,
  );
}

export function flattenPixels<M extends Matrix>(
  { arena, wasm }: KernelContext,
  a: M,
  lanes: number,
  out: M,
): void {
  const check = checker('flattenPixels', arena);
  check.lanes(lanes);
  const pixels = a.columns / lanes;
  check.shape('a', a, a.rows, a.columns);
  check.shape('out', out, a.rows * pixels, lanes);
  check.separate('out', out, a);
  wasm.flattenPixels(
    a.byteOffset,
    a.byteLength / a.rows,
    a.rows,
    pixels,
    sliceBytes(a.kind, lanes),
    out.byteOffset,
    out.byteLength / out.rows,
  );
}

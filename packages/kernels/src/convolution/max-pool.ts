import { type ConvolutionShape, outputVolume, positions } from '@bitfront/bits';
import { checker } from '../check.ts';
import type { KernelContext } from '../kernel-context.ts';
import type { BitMatrix, F32Matrix } from '../matrix.ts';
import { writePoolGeometry } from './geometry.ts';

export function maxPool(
  context: KernelContext,
  a: F32Matrix,
  shape: ConvolutionShape,
  lanes: number,
  out: F32Matrix,
): void {
  const geometry = poolGeometry(context, 'maxPool', { a, out }, shape, lanes);
  context.wasm.maxPool(a.byteOffset, a.stride * 4, a.rows, lanes, geometry, out.byteOffset, out.stride * 4);
}

export function maxPoolBits(
  context: KernelContext,
  a: BitMatrix,
  shape: ConvolutionShape,
  lanes: number,
  out: BitMatrix,
): void {
  const geometry = poolGeometry(context, 'maxPoolBits', { a, out }, shape, lanes);
  const [from, to] = [a.wordsPerRow * 4, out.wordsPerRow * 4];
  context.wasm.maxPoolBits(a.byteOffset, from, a.rows, lanes, geometry, out.byteOffset, to);
}

export function maxPoolBackward(
  context: KernelContext,
  a: F32Matrix,
  gradient: F32Matrix,
  shape: ConvolutionShape,
  lanes: number,
  out: F32Matrix,
): void {
  const check = checker('maxPoolBackward', context.arena);
  const geometry = poolGeometry(context, 'maxPoolBackward', { a, out: gradient }, shape, lanes);
  check.shape('out', out, a.rows, a.columns);
  check.separate('out', out, a, gradient);
  const [at, from] = [a.stride * 4, gradient.stride * 4];
  context.wasm.maxPoolBackward(
    a.byteOffset,
    at,
    a.rows,
    lanes,
    geometry,
    gradient.byteOffset,
    from,
    out.byteOffset,
  );
}

/** Checks the operands of a pooling and writes its geometry; the rest of the scratch space begins behind it. */
export function poolGeometry(
  { arena }: KernelContext,
  operation: string,
  { a, out }: { readonly a: BitMatrix | F32Matrix; readonly out: BitMatrix | F32Matrix },
  shape: ConvolutionShape,
  lanes: number,
  scratchBytes = 0,
): number {
  const check = checker(operation, arena);
  const before = positions(shape);
  const after = outputVolume(shape);
  const one = { height: 1, width: 1 };
  check.lanes(lanes);
  check.shape('a', a, shape.outputs, before.height * before.width * lanes);
  check.shape('out', out, shape.outputs, after.height * after.width * lanes);
  check.separate('out', out, a);
  return writePoolGeometry(arena, before, shape.pool ?? { size: one, stride: one }, after, scratchBytes);
}

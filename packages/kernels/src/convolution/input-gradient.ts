import { type ConvolutionShape, positionCount } from '@bitfront/bits';
import { checker } from '../check.ts';
import type { KernelContext } from '../kernel-context.ts';
import type { BitMatrix, F32Matrix } from '../matrix.ts';
import { tableBytes } from '../operations/products.ts';
import { geometryBytes, writeGeometry } from './geometry.ts';

export function convolutionInputGradient(
  { arena, wasm }: KernelContext,
  signs: BitMatrix,
  gradient: F32Matrix,
  shape: ConvolutionShape,
  lanes: number,
  out: F32Matrix,
): void {
  const check = checker('convolutionInputGradient', arena);
  const { channels, height, width } = shape.input;
  const { kernel, outputs } = shape;
  const depthwise = shape.kind === 'depthwise';
  check.lanes(lanes);
  check.shape('signs', signs, kernel.height * kernel.width * (depthwise ? 1 : channels), outputs);
  check.shape('gradient', gradient, outputs, positionCount(shape) * lanes);
  check.shape('out', out, channels, height * width * lanes);
  check.separate('out', out, gradient);
  if (depthwise) {
    wasm.depthwiseInputGradient(
      signs.byteOffset,
      signs.wordsPerRow * 4,
      gradient.byteOffset,
      gradient.stride * 4,
      channels,
      lanes,
      writeGeometry(arena, shape, 0),
      out.byteOffset,
      out.stride * 4,
    );
    return;
  }
  // Tables, zeros, and the sums of 32 lanes of all pixels.
  const geometry = writeGeometry(arena, shape, tableBytes + 128 + height * width * channels * 128);
  wasm.convolutionInputGradient(
    signs.byteOffset,
    signs.wordsPerRow * 4,
    channels,
    outputs,
    gradient.byteOffset,
    gradient.stride * 4,
    lanes,
    geometry,
    out.byteOffset,
    out.stride * 4,
    geometry + geometryBytes,
  );
}

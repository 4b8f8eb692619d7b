import { type ConvolutionShape, positionCount } from '@bitfront/bits';
import { checker } from '../check.ts';
import type { KernelContext } from '../kernel-context.ts';
import type { BitMatrix, F32Matrix } from '../matrix.ts';
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
  // Zeros, the table offsets of all signs, and the sums of 32 lanes of the rows of pixels that a window sees.
  const offsetBytes = signs.rows * Math.ceil(outputs / 32) * 16;
  const sumBytes = kernel.height * width * channels * 128;
  const geometry = writeGeometry(arena, shape, 128 + offsetBytes + sumBytes);
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

import { checker } from '../check.ts';
import type { KernelContext } from '../kernel-context.ts';
import type { BitMatrix, F32Matrix, I32Matrix } from '../matrix.ts';

export function depthwiseDots(
  { arena, wasm }: KernelContext,
  windows: BitMatrix,
  signs: BitMatrix,
  out: I32Matrix,
): void {
  const check = checker('depthwiseDots', arena);
  const { rows: channels, columns: taps } = signs;
  check.shape('signs', signs, channels, taps);
  check.shape('windows', windows, taps * channels, windows.columns);
  check.shape('out', out, channels, windows.columns);
  wasm.depthwiseDots(
    windows.byteOffset,
    windows.wordsPerRow * 4,
    signs.byteOffset,
    signs.wordsPerRow * 4,
    taps,
    channels,
    windows.columns,
    out.byteOffset,
    out.stride * 4,
  );
}

export function depthwiseWeightGradient(
  { arena, wasm }: KernelContext,
  windows: BitMatrix,
  gradient: F32Matrix,
  out: F32Matrix,
): void {
  const check = checker('depthwiseWeightGradient', arena);
  const { rows: taps, columns: channels } = out;
  check.shape('out', out, taps, channels);
  check.shape('windows', windows, taps * channels, windows.columns);
  check.shape('gradient', gradient, channels, windows.columns);
  check.separate('out', out, gradient);
  wasm.depthwiseWeightGradient(
    windows.byteOffset,
    windows.wordsPerRow * 4,
    gradient.byteOffset,
    gradient.stride * 4,
    taps,
    channels,
    windows.columns,
    out.byteOffset,
    out.stride * 4,
  );
}

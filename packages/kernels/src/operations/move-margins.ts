import { checker } from '../check.ts';
import type { KernelContext } from '../kernel-context.ts';
import { type BitMatrix, bitBlock, type I32Matrix } from '../matrix.ts';
import type { WeightFlips } from './move-dots.ts';

/** Inputs of a layer of signs whose margins can be kept. */
export const mostMarginInputs = 16_382;

/** Bits of a margin, from -(inputs + 1) to inputs. */
export function marginPlanes(inputs: number): number {
  return 33 - Math.clz32(inputs);
}

/** A layer of signs `N x K` that sees bits `K x M`, of which little has changed. */
export interface MarginMove {
  /** `(N · marginPlanes(K)) x M`, as `sliceMargins` writes them; updated. */
  readonly margins: BitMatrix;
  readonly flips: WeightFlips;
  /** As it is now. */
  readonly input: BitMatrix;
  /** Left out where the input is as before. */
  readonly changes?: {
    /** `K x M`: where the input differs from before. */
    readonly where: BitMatrix;
    /** `K x N`: the weights before the flips, input by input. */
    readonly before: BitMatrix;
  };
  /** Write all outputs, because margins were written from outside. */
  readonly all: boolean;
  /** `N x M`: where the margins are not negative; updated. */
  readonly signs: BitMatrix;
  /** Set to where `signs` differ from before. */
  readonly changed: BitMatrix;
}

export function sliceMargins(
  { arena, wasm }: KernelContext,
  dots: I32Matrix,
  inputs: number,
  thresholds: I32Matrix,
  out: BitMatrix,
): void {
  const check = checker('sliceMargins', arena);
  const planes = marginPlanes(inputs);
  check.scalar('inputs', inputs, 1, mostMarginInputs);
  check.shape('dots', dots, dots.rows, dots.columns);
  check.shape('thresholds', thresholds, 1, dots.rows);
  check.shape('out', out, dots.rows * planes, dots.columns);
  wasm.sliceMargins(
    dots.byteOffset,
    dots.stride * 4,
    dots.rows,
    inputs,
    dots.columns,
    thresholds.byteOffset,
    out.byteOffset,
    out.wordsPerRow * 4,
    planes,
    arena.scratch(256),
  );
}

export function moveMargins({ arena, wasm }: KernelContext, step: MarginMove): number {
  const { margins, flips, input, changes, signs, changed } = step;
  const { rows: n, columns } = signs;
  const k = input.rows;
  const planes = marginPlanes(k);
  const check = checker('moveMargins', arena);
  check.scalar('inputs', k, 1, mostMarginInputs);
  check.shape('margins', margins, n * planes, columns);
  check.shape('starts', flips.starts, 1, 2 * n + 1);
  check.shape('inputs', flips.inputs, 1, flips.inputs.columns);
  check.shape('input', input, k, columns);
  if (changes) {
    check.shape('where', changes.where, k, columns);
    check.shape('before', changes.before, k, n);
  }
  check.shape('signs', signs, n, columns);
  check.shape('changed', changed, n, columns);
  check.separate('changed', changed, signs, input);
  return wasm.moveMargins(
    margins.byteOffset,
    margins.wordsPerRow * 4,
    planes,
    n,
    columns,
    flips.starts.byteOffset,
    flips.inputs.byteOffset,
    input.byteOffset,
    input.wordsPerRow * 4,
    k,
    changes?.where.byteOffset ?? 0,
    changes?.before.byteOffset ?? 0,
    (changes?.before.wordsPerRow ?? 0) * 4,
    step.all ? 1 : 0,
    signs.byteOffset,
    changed.byteOffset,
    signs.wordsPerRow * 4,
    arena.scratch(scratchBytes(k, changes === undefined ? 0 : columns)),
  );
}

/** Sums of a tile, the weights of 128 neurons, and a list of changes for each image of whole blocks. */
function scratchBytes(inputs: number, images: number): number {
  return 15_360 + 16 * inputs + Math.ceil(images / bitBlock) * bitBlock * (4 * inputs + 72);
}

export function replaceBits(
  { arena, wasm }: KernelContext,
  a: BitMatrix,
  b: BitMatrix,
  difference: BitMatrix,
): number {
  const check = checker('replaceBits', arena);
  check.shape('a', a, a.rows, a.columns);
  check.shape('b', b, a.rows, a.columns);
  check.shape('difference', difference, a.rows, a.columns);
  check.separate('difference', difference, a, b);
  return wasm.replaceBits(a.byteOffset, b.byteOffset, difference.byteOffset, a.byteLength);
}

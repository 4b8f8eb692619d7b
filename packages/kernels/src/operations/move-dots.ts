import { checker } from '../check.ts';
import type { KernelContext } from '../kernel-context.ts';
import type { BitMatrix, ByteMatrix, I16Matrix, I32Matrix } from '../matrix.ts';

/**
 * Flipped weights of a layer, neuron by neuron: the inputs `inputs[starts[2n]] … ` of neuron n turn from -1 to +1, those
 * from `starts[2n + 1]` on from +1 to -1, up to `starts[2n + 2]`. `starts` is `1 x (2N + 1)`, `inputs` is one row.
 */
export interface WeightFlips {
  readonly starts: I32Matrix;
  readonly inputs: I32Matrix;
}

/** Dots `N x M` of a layer of whose weights few have flipped. */
export interface DotMove {
  /** Updated; in 16 bits they must stay within ±32766. */
  readonly dots: I16Matrix | I32Matrix;
  readonly flips: WeightFlips;
  /** `K x M`, what the flipped weights see: bits, or counts of 0 … top. */
  readonly input: BitMatrix | ByteMatrix;
  /** 1 for bits. */
  readonly top: number;
  /** Left out for dots that are not thresholded. */
  readonly outputs?: {
    readonly thresholds: I32Matrix;
    /** Updated. */
    readonly signs: BitMatrix;
    /** Set to where `signs` differ from before. */
    readonly changed: BitMatrix;
    /** Threshold all rows, because dots were written from outside. */
    readonly all: boolean;
  };
}

export function moveDots({ arena, wasm }: KernelContext, step: DotMove): number {
  const { dots, flips, input, top, outputs } = step;
  const { rows, columns } = dots;
  const check = checker('moveDots', arena);
  check.shape('dots', dots, rows, columns);
  check.shape('starts', flips.starts, 1, 2 * rows + 1);
  check.shape('inputs', flips.inputs, 1, flips.inputs.columns);
  check.shape('input', input, input.rows, columns);
  check.scalar('top', top, 1, input.kind === 'bits' ? 1 : 255);
  if (outputs) {
    check.shape('thresholds', outputs.thresholds, 1, rows);
    check.shape('signs', outputs.signs, rows, columns);
    check.shape('changed', outputs.changed, rows, columns);
    check.separate('changed', outputs.changed, outputs.signs);
  }
  return wasm.moveDots(
    dots.byteOffset,
    dots.byteLength / rows,
    dots.kind === 'i32' ? 1 : 0,
    rows,
    columns,
    flips.starts.byteOffset,
    flips.inputs.byteOffset,
    input.byteOffset,
    input.byteLength / input.rows,
    input.kind === 'bytes' ? 1 : 0,
    top,
    outputs?.thresholds.byteOffset ?? 0,
    outputs?.all ? 1 : 0,
    outputs?.signs.byteOffset ?? 0,
    outputs?.changed.byteOffset ?? 0,
    (outputs?.signs.wordsPerRow ?? 0) * 4,
    arena.scratch(256),
  );
}

export function narrowInts({ arena, wasm }: KernelContext, a: I32Matrix, out: I16Matrix): void {
  const check = checker('narrowInts', arena);
  check.shape('a', a, a.rows, a.columns);
  check.shape('out', out, a.rows, a.columns);
  wasm.narrowInts(a.byteOffset, a.stride * 4, a.rows, out.byteOffset, out.stride * 2);
}

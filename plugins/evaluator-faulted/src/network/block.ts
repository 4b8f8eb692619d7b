import type { BitMatrix, I32Matrix } from '@bitfront/kernels';
import type { Feeder } from '../input/feeder.ts';
import type { LoadedNetwork } from './loaded-network.ts';

/** The matrices that a block of presentations passes through. */
export interface Block {
  readonly rows: number;
  /** What layer 1 reads: [features × rows] integers, or [rows × features] bits and these transposed. */
  readonly integers?: I32Matrix;
  readonly bits?: BitMatrix;
  readonly lines?: BitMatrix;
  /** [neurons × rows] per layer. */
  readonly dots: readonly I32Matrix[];
  /** Outputs of the hidden layers, [neurons × rows]. */
  readonly signs: readonly BitMatrix[];
}

export function openBlock({ kernels, weights }: LoadedNetwork, feeder: Feeder, rows: number): Block {
  const { arena } = kernels;
  const features = weights[0]?.columns ?? 0;
  const hidden = weights.slice(0, -1);
  return {
    rows,
    ...(feeder.kind === 'integers'
      ? { integers: arena.i32(features, rows) }
      : { bits: arena.bits(rows, features), lines: arena.bits(features, rows) }),
    dots: weights.map((layer) => arena.i32(layer.rows, rows)),
    signs: hidden.map((layer) => arena.bits(layer.rows, rows)),
  };
}

/** Takes a filled block through all layers; afterwards the last dots are the output's. */
export function runBlock({ kernels, weights, thresholds }: LoadedNetwork, block: Block): void {
  const { integers, bits, lines } = block;
  if (bits !== undefined && lines !== undefined) kernels.transposeBits(bits, lines);
  for (const [layer, stored] of weights.entries()) {
    const dots = block.dots[layer] as I32Matrix;
    const below = layer === 0 ? lines : block.signs[layer - 1];
    if (below === undefined) kernels.productIntSign(stored, integers as I32Matrix, dots);
    else kernels.productBitSign(stored, below, dots);
    const [limits, signs] = [thresholds[layer], block.signs[layer]];
    if (limits === undefined || signs === undefined) return;
    kernels.thresholdRows(dots, limits, signs);
  }
}

import type { BitMatrix, I32Matrix } from '@bitfront/kernels';
import type { Feeder } from '../input/feeder.ts';
import type { LoadedNetwork } from './loaded-network.ts';

/** The matrices that a block of presentations passes through. */
export interface Block {
  readonly rows: number;
  /** What layer 1 reads: [features × rows] integers or [rows × features] bits. */
  readonly integers?: I32Matrix;
  readonly bits?: BitMatrix;
  /** [neurons × rows] per layer. */
  readonly dots: readonly I32Matrix[];
  /** Outputs of the hidden layers, [neurons × rows] and transposed. */
  readonly signs: readonly BitMatrix[];
  readonly activations: readonly BitMatrix[];
}

export function openBlock({ kernels, weights }: LoadedNetwork, feeder: Feeder, rows: number): Block {
  const { arena } = kernels;
  const features = weights[0]?.columns ?? 0;
  const hidden = weights.slice(0, -1);
  return {
    rows,
    ...(feeder.kind === 'integers'
      ? { integers: arena.i32(features, rows) }
      : { bits: arena.bits(rows, features) }),
    dots: weights.map((layer) => arena.i32(layer.rows, rows)),
    signs: hidden.map((layer) => arena.bits(layer.rows, rows)),
    activations: hidden.map((layer) => arena.bits(rows, layer.rows)),
  };
}

/** Takes a filled block through all layers; afterwards the last dots are the output's. */
export function runBlock({ kernels, weights, thresholds }: LoadedNetwork, block: Block): void {
  for (const [layer, stored] of weights.entries()) {
    const dots = block.dots[layer] as I32Matrix;
    const below = layer === 0 ? block.bits : block.activations[layer - 1];
    if (below === undefined) kernels.productIntSign(stored, block.integers as I32Matrix, dots);
    else kernels.productXnor(stored, below, dots);
    const [limits, signs, activations] = [thresholds[layer], block.signs[layer], block.activations[layer]];
    if (limits === undefined || signs === undefined || activations === undefined) return;
    kernels.thresholdRows(dots, limits, signs);
    kernels.transposeBits(signs, activations);
  }
}

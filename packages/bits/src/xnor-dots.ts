import { bitfrontError } from '@bitfront/errors';
import { type PackedBits, packedWords } from './packed-bits.ts';
import { popcount } from './popcount.ts';

/**
 * The ±1 dot product of every activation row with every weight row, columns − 2 · popcount(weight xor activation).
 * Result [activations.rows × weights.rows], row-major: one row per image, one entry per neuron.
 * @throws BITS_COLUMNS_DIFFER
 */
export function xnorDots(weights: PackedBits, activations: PackedBits): Int32Array {
  const { columns } = weights;
  if (activations.columns !== columns)
    throw bitfrontError('BITS_COLUMNS_DIFFER', { weights: columns, activations: activations.columns });
  const stride = packedWords(columns);
  const dots = new Int32Array(activations.rows * weights.rows);
  for (let image = 0, index = 0; image < activations.rows; image++) {
    for (let neuron = 0; neuron < weights.rows; neuron++, index++) {
      let differing = 0;
      for (let word = 0; word < stride; word++)
        differing += popcount(
          (weights.words[neuron * stride + word] ?? 0) ^ (activations.words[image * stride + word] ?? 0),
        );
      dots[index] = columns - 2 * differing;
    }
  }
  return dots;
}

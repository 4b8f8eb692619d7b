import { type LayerShape, positions, type ShortcutSource, shortcutSource } from '@bitfront/bits';
import type { BitMatrix, I32Matrix } from '@bitfront/kernels';

/** What the shortcut of a layer adds to its dots. */
export interface Shortcut extends ShortcutSource {
  /** Outputs of its source, channels x (pixels · lanes). */
  readonly signs: BitMatrix;
}

/** The shortcut of a layer with the outputs of the layers before it, if it has one. */
export function shortcutOf(
  layers: readonly LayerShape[],
  layer: LayerShape,
  outputs: readonly (BitMatrix | undefined)[],
): Shortcut | undefined {
  const source = shortcutSource(layers, layer);
  const signs = source && outputs[source.from];
  return source && signs && { ...source, signs };
}

/** Adds weight · (±1) to the dots, neurons x (positions · lanes); lanes must be a multiple of 32. */
export function addShortcut(
  layer: LayerShape,
  { signs, weight, volume, step }: Shortcut,
  lanes: number,
  dots: I32Matrix,
): void {
  if (layer.kind === 'dense') return;
  const { height, width } = positions(layer);
  const words = lanes / 32;
  for (let channel = 0; channel < volume.channels; channel++) {
    const [bits, sums] = [signs.row(channel), dots.row(channel)];
    let sum = 0;
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) {
        const pixel = y * step * volume.width + x * step;
        for (let word = 0; word < words; word++) {
          const seen = bits[pixel * words + word] as number;
          for (let bit = 0; bit < 32; bit++, sum++)
            sums[sum] = (sums[sum] as number) + (2 * ((seen >>> bit) & 1) - 1) * weight;
        }
      }
  }
}

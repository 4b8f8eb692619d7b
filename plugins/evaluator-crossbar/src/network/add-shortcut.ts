import { positions } from '@bitfront/bits';
import type { LayerShape } from '@bitfront/core';
import type { Shortcut } from '@bitfront/inference';
import type { AnalogDots } from './analog-dots.ts';

/** Adds weight · (±1) to the dots behind the converters: a shortcut is digital, and free of errors. */
export function addShortcut(
  layer: LayerShape,
  { signs, weight, volume, step }: Shortcut,
  lanes: number,
  { neurons, values }: AnalogDots,
): void {
  if (layer.kind === 'dense') return;
  const { height, width } = positions(layer);
  for (let channel = 0; channel < volume.channels; channel++) {
    const bits = signs.row(channel);
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) {
        const from = (y * step * volume.width + x * step) * lanes;
        const to = (y * width + x) * lanes;
        for (let lane = 0; lane < lanes; lane++) {
          const place = (to + lane) * neurons + channel;
          const seen = ((bits[(from + lane) >>> 5] as number) >>> ((from + lane) & 31)) & 1;
          values[place] = (values[place] as number) + (2 * seen - 1) * weight;
        }
      }
  }
}

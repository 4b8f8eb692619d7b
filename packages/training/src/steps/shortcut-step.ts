import { type LayerShape, positions, type ShortcutSource, shortcutSource } from '@bitfront/bits';
import { addShortcut } from '@bitfront/inference';
import type { F32Matrix, I32Matrix } from '@bitfront/kernels';
import type { TrainingLayer } from './training-layer.ts';

/** Adds what the shortcut of a layer gives to its pre-activations. */
export function addForward(layers: readonly TrainingLayer[], layer: TrainingLayer): void {
  const source = sourceOf(layers, layer);
  if (source === undefined) return;
  const { outputSigns } = layers[source.from] as TrainingLayer;
  // Only the first layer may have real ones, and it has no layer before it.
  addShortcut(layer.shape, { ...source, signs: outputSigns }, layer.images, layer.dots.values as I32Matrix);
}

/**
 * Adds to the gradient of what a layer gives those that come back through shortcuts, weight · gradient each; that of the
 * layer above must be there already, and those above it hold the gradients of their pre-activations.
 */
export function addBackward(layers: readonly TrainingLayer[], from: number): void {
  const target = layers[from] as TrainingLayer;
  for (const layer of layers.slice(from + 1)) {
    const source = sourceOf(layers, layer);
    if (source?.from === from)
      addGradient(layer.shape, source, layer.images, layer.gradient, target.outputGradient);
  }
}

/** An inverted row would need an inverted shortcut, so that batch norm behind a shortcut never turns a neuron over. */
export function keepGammaPositive({ shape, gamma }: TrainingLayer): void {
  if (shape.kind === 'dense' || shape.shortcut === undefined) return;
  const values = gamma.values.row(0);
  for (let neuron = 0; neuron < values.length; neuron++)
    values[neuron] = Math.max(0, values[neuron] as number);
}

function sourceOf(layers: readonly TrainingLayer[], layer: TrainingLayer): ShortcutSource | undefined {
  if (layer.shape.kind === 'dense' || layer.shape.shortcut === undefined) return undefined;
  const shapes = layers.map(({ shape }) => shape);
  return shortcutSource(shapes, layer.shape);
}

function addGradient(
  layer: LayerShape,
  { weight, volume, step }: ShortcutSource,
  images: number,
  gradient: F32Matrix,
  target: F32Matrix,
): void {
  if (layer.kind === 'dense') return;
  const { height, width } = positions(layer);
  for (let channel = 0; channel < volume.channels; channel++) {
    const [given, sums] = [gradient.row(channel), target.row(channel)];
    let place = 0;
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) {
        const pixel = (y * step * volume.width + x * step) * images;
        for (let image = 0; image < images; image++, place++)
          sums[pixel + image] = (sums[pixel + image] as number) + weight * (given[place] as number);
      }
  }
}

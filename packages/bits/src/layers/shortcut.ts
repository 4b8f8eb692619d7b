import { outputVolume, positions } from './layer-geometry.ts';
import type { ConvolutionShape, LayerShape, Volume } from './layer-shape.ts';

/** What a layer with a shortcut adds to its dot products. */
export interface ShortcutSource {
  /** The layer whose outputs they are. */
  readonly from: number;
  readonly weight: number;
  readonly volume: Volume;
  /** Rows and columns of the source that one position stands for. */
  readonly step: number;
}

/**
 * The source of a layer's shortcut: position (y, x) of neuron c is given `weight` times the output (c, y · step, x · step)
 * of layer `from`. Neurons beyond its channels are given nothing (option A of He et al., CVPR 2016).
 */
export function shortcutSource(layers: readonly LayerShape[], layer: LayerShape): ShortcutSource | undefined {
  if (layer.kind === 'dense' || layer.shortcut === undefined) return undefined;
  const source = layers[layer.shortcut.from];
  if (source === undefined || source.kind === 'dense') return undefined;
  const volume = outputVolume(source);
  return { ...layer.shortcut, volume, step: Math.floor(volume.height / positions(layer).height) };
}

/** Weight of a layer's shortcut, 0 without one. */
export function shortcutWeight(layer: LayerShape): number {
  return layer.kind === 'dense' ? 0 : (layer.shortcut?.weight ?? 0);
}

/** Why a shortcut cannot be, or nothing. */
export function shortcutProblem(layers: readonly LayerShape[], index: number): string | undefined {
  const layer = layers[index];
  if (layer === undefined || layer.kind === 'dense' || layer.shortcut === undefined) return undefined;
  const { from, weight } = layer.shortcut;
  if (!Number.isSafeInteger(weight) || weight < 1 || weight > 4096)
    return `has a shortcut of weight ${weight}`;
  if (!Number.isSafeInteger(from) || from < 0 || from >= index)
    return `has a shortcut from layer ${from + 1}, which is not one before it`;
  const source = shortcutSource(layers, layer);
  if (source === undefined) return `has a shortcut from layer ${from + 1}, which is not a convolution`;
  return fits(layer, source)
    ? undefined
    : `has a shortcut from ${text(source.volume)} values, which are no multiple of its positions or have more channels`;
}

function fits(layer: ConvolutionShape, { volume, step }: ShortcutSource): boolean {
  const { height, width } = positions(layer);
  const whole = step >= 1 && volume.height === height * step && volume.width === width * step;
  return whole && volume.channels <= layer.outputs;
}

function text({ channels, height, width }: Volume): string {
  return `${channels} × ${height} × ${width}`;
}

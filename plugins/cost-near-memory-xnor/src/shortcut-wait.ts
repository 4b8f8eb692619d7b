import {
  type ConvolutionShape,
  type Extent,
  type LayerShape,
  outputVolume,
  positions,
  type ShortcutSource,
} from '@bitfront/bits';

/** Pixels that a source has given since the one that a shortcut takes, over all positions; below 0 it is still to come. */
export interface Wait {
  readonly least: number;
  readonly most: number;
}

/**
 * How long the outputs of a source wait for the shortcut of layer `index`. Pixels come in raster order, and a position
 * has its turn when the last pixel of its window is there: position (y, x) of a k × k convolution with stride s and
 * padding p needs its input up to row s · y + k − 1 − p and the column alike, clipped to the image; a pool needs all of
 * its window. From the layer back to the source this gives the newest pixel of the source, and the wait is what lies
 * between that and the pixel at the same place. Away from the edges each convolution adds k − 1 − p rows and columns of
 * its input, times the strides before it. Behind a dense layer, or where the shape changes, all pixels must be there.
 */
export function shortcutWait(
  layers: readonly LayerShape[],
  index: number,
  { from, volume, step }: ShortcutSource,
): Wait {
  const layer = layers[index] as ConvolutionShape;
  const { height, width } = positions(layer);
  const between = layers.slice(from, index);
  let [least, most] = [Number.MAX_SAFE_INTEGER, 0];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const newest = newestOfSource(between, layer, { y, x });
      const wait = newest - (y * step * volume.width + x * step);
      least = Math.min(least, wait);
      most = Math.max(most, wait);
    }
  }
  return { least, most };
}

interface Place {
  readonly y: number;
  readonly x: number;
}

/** The newest pixel of the first of `below` that a position of `layer` needs through all the others; −1 for none. */
function newestOfSource(below: readonly LayerShape[], layer: ConvolutionShape, position: Place): number {
  let above: LayerShape = layer;
  let newest = newestOfInput(layer, position);
  for (let i = below.length - 1; i > 0 && newest >= 0; i--) {
    const shape = below[i] as LayerShape;
    newest = newestThrough(shape, joined(shape, above, newest));
    above = shape;
  }
  return newest < 0 ? newest : joined(below[0] as LayerShape, above, newest);
}

/** The output of `below` that is input `pixel` of `above`; its last one where pixels do not lead to pixels. */
function joined(below: LayerShape, above: LayerShape, pixel: number): number {
  if (below.kind === 'dense') return 0;
  const { height, width } = outputVolume(below);
  const same = above.kind !== 'dense' && above.input.height === height && above.input.width === width;
  return same ? pixel : height * width - 1;
}

/** The newest input of a layer that its output `pixel`, behind the pooling, needs. */
function newestThrough(layer: LayerShape, pixel: number): number {
  // All of them: `joined` takes the last output of the layer below whatever it is told.
  if (layer.kind === 'dense') return 0;
  const { width } = outputVolume(layer);
  const place = { y: Math.floor(pixel / width), x: pixel % width };
  if (layer.pool === undefined) return newestOfInput(layer, place);
  const { size, stride } = layer.pool;
  const y = place.y * stride.height + size.height - 1;
  return newestOfInput(layer, { y, x: place.x * stride.width + size.width - 1 });
}

function newestOfInput({ input, kernel, stride, padding }: ConvolutionShape, { y, x }: Place): number {
  const row = y * stride.height + kernel.height - 1 - padding.height;
  return rasterIndex(input, row, x * stride.width + kernel.width - 1 - padding.width);
}

/** The last pixel of an image that comes no later than this one of its padded rows and columns; −1 for none. */
function rasterIndex({ height, width }: Extent, row: number, column: number): number {
  if (row < 0) return -1;
  if (row >= height) return height * width - 1;
  return row * width + Math.max(-1, Math.min(column, width - 1));
}

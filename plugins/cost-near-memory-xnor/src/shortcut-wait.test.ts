import {
  type ConvolutionShape,
  type LayerShape,
  outputVolume,
  positions,
  type ShortcutSource,
  shortcutSource,
} from '@bitfront/bits';
import { randomStream } from '@bitfront/math';
import { describe, expect, it } from 'vitest';
import { block, convolution, halved, oddNetworks, resnet, square } from './networks.fixture.ts';
import { shortcutWait } from './shortcut-wait.ts';
import { dense } from './trial.fixture.ts';

const padded = { padding: square(1) };

describe('away from the edges each convolution adds k − 1 − p rows and columns of its input', () => {
  it.each([
    ['two of 3 × 3: 2 rows and 2 columns of 4', block, 2, 2 * 4 + 2],
    ['the second after a stride of 2: 1 + 2 · 1 of each', strided(2, {}), 2, 3 * 8 + 3],
    ['after a pool of 2, whose window ends a pixel later', strided(1, halved), 2, 1 + 8 + 3 * 8 + 3],
    ['only itself', [convolution(2, 6, 3), itself(1)], 1, 4 + 1],
    ['flat, 1 × 5', [convolution(2, 6, 3), itself(2, { kernel: { height: 1, width: 5 } })], 1, 2],
    ['pointwise', [convolution(2, 6, 3), itself(0, { kernel: square(1) })], 1, 0],
    ['depthwise', [convolution(2, 6, 3), itself(1, { kind: 'depthwise', outputs: 3 })], 1, 4 + 1],
    ['more rows than there are: all pixels but the first', tiny(), 2, 3],
    ['behind a dense layer: the same', oddNetworks.at(-1) ?? [], 4, 3],
  ] as const)('%s', (_, layers, index, most) => {
    expect(waitOf(layers, index)?.most).toBe(most);
  });
});

describe('waits as long as in a stream that is followed pixel by pixel', () => {
  const random = randomStream('1', 'shortcut-wait');
  const draw = (least: number, most: number) => least + random.integer(most - least + 1);

  it('in 300 random stacks of two to six layers', () => {
    let found = 0;
    for (let trial = 0; trial < 300; trial++) {
      const layers = randomStack(draw);
      const index = layers.length - 1;
      const wait = waitOf(layers, index);
      if (wait === undefined) continue;
      found += 1;
      expect(wait).toEqual(followed(layers, index));
    }
    expect(found).toBe(300);
  });
  it('in ResNet-20', () => {
    for (const index of resnet.keys()) {
      const wait = waitOf(resnet, index);
      if (wait !== undefined) expect(wait).toEqual(followed(resnet, index));
    }
  });
});

it.each([
  ['2 × 2, 4 positions lie in the padding above', square(2), square(2), square(2), -4],
  ['1 × 2, one lies in the padding on the left', { height: 1, width: 2 }, wide(1), wide(0), -1],
] as const)('tells when the source comes later than the window: %s', (_, kernel, stride, padding, least) => {
  const late = convolution(2, 4, 2, { kernel, stride, padding, shortcut: { from: 0, weight: 1 } });
  expect(waitOf([convolution(2, 6, 2), late], 1)?.least).toBe(least);
});

/** 2 in the direction of rows. */
function wide(height: number) {
  return { height, width: 2 };
}

function waitOf(layers: readonly LayerShape[], index: number) {
  const source = shortcutSource(layers, layers[index] as LayerShape);
  return source && shortcutWait(layers, index, source);
}

function itself(padding: number, other: Partial<ConvolutionShape> = {}): LayerShape {
  const height = other.kernel?.height === 1 ? 0 : padding;
  const shortcut = { from: 0, weight: 1 };
  return convolution(3, 4, 5, { padding: { height, width: padding }, shortcut, ...other });
}

function strided(stride: number, other: Partial<ConvolutionShape>): readonly LayerShape[] {
  return [
    convolution(1, 8, 2, padded),
    convolution(2, 8, 4, { ...padded, stride: square(stride), ...other }),
    convolution(4, 4, 4, { ...padded, shortcut: { from: 0, weight: 5 } }),
  ];
}

function tiny(): readonly LayerShape[] {
  const small = convolution(2, 2, 2, padded);
  return [small, small, { ...small, shortcut: { from: 0, weight: 1 } }, dense(8, 2)];
}

/**
 * A slower way: the source gives its pixels one by one; every layer gives its outputs in raster order, each as soon as
 * every input under its windows is there.
 */
function followed(layers: readonly LayerShape[], index: number) {
  const { from, volume, step } = shortcutSource(layers, layers[index] as LayerShape) as ShortcutSource;
  const given = layers.map(() => 0);
  const last = positions(layers[index] as ConvolutionShape);
  let [least, most] = [Number.MAX_SAFE_INTEGER, 0];
  const advance = (newest: number) => {
    for (let i = from + 1; i < index; i++) {
      const layer = layers[i] as ConvolutionShape;
      const { height, width } = outputVolume(layer);
      while ((given[i] ?? 0) < height * width && under(layer, given[i] ?? 0, true) < (given[i - 1] ?? 0))
        given[i] = (given[i] ?? 0) + 1;
    }
    const layer = layers[index] as ConvolutionShape;
    let next = given[index] ?? 0;
    for (; next < last.height * last.width && under(layer, next, false) < (given[index - 1] ?? 0); next++) {
      const wanted = Math.floor(next / last.width) * step * volume.width + (next % last.width) * step;
      least = Math.min(least, newest - wanted);
      most = Math.max(most, newest - wanted);
    }
    given[index] = next;
  };
  advance(-1);
  for (let pixel = 0; pixel < volume.height * volume.width; pixel++) {
    given[from] = pixel + 1;
    advance(pixel);
  }
  return { least, most };
}

/**
 * The greatest index of the inputs under an output's windows, one by one, padding as the pixel before it in the stream.
 */
function under(layer: ConvolutionShape, output: number, pooled: boolean): number {
  const pool = pooled ? layer.pool : undefined;
  const { width } = pooled ? outputVolume(layer) : positions(layer);
  const [top, left] = [Math.floor(output / width), output % width];
  const { input, kernel, stride, padding } = layer;
  let greatest = -1;
  for (let py = 0; py < (pool?.size.height ?? 1); py++)
    for (let px = 0; px < (pool?.size.width ?? 1); px++)
      for (let ky = 0; ky < kernel.height; ky++)
        for (let kx = 0; kx < kernel.width; kx++) {
          const [y, x] = [top * (pool?.stride.height ?? 1) + py, left * (pool?.stride.width ?? 1) + px];
          const row = y * stride.height + ky - padding.height;
          const column = x * stride.width + kx - padding.width;
          greatest = Math.max(greatest, before(input, row, column));
        }
  return greatest;
}

/** Real pixels that pass before this one of the padded image, or are it, less one. */
function before({ height, width }: { height: number; width: number }, row: number, column: number): number {
  let passed = 0;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) if (y < row || (y === row && x <= column)) passed += 1;
  return passed - 1;
}

/** Layers of equal or halved size, some of which grow and shrink between, with a shortcut over all of them. */
function randomStack(draw: (least: number, most: number) => number): readonly LayerShape[] {
  const size = { height: 4 * draw(1, 2), width: 4 * draw(1, 3) };
  const layers: ConvolutionShape[] = [
    { ...convolution(1, 0, 2, { kernel: square(1) }), input: { channels: 1, ...size } },
  ];
  const push = (other: Partial<ConvolutionShape>) => {
    const input = outputVolume(layers.at(-1) as ConvolutionShape);
    layers.push({ ...convolution(0, 0, 2), input, ...other });
  };
  for (let depth = draw(0, 2); depth > 0; depth--) {
    const { height, width } = outputVolume(layers.at(-1) as ConvolutionShape);
    const isEven = height % 2 === 0 && width % 2 === 0;
    const choice = draw(0, isEven ? 3 : 1);
    if (choice === 1) {
      // Grows by k + 1, then shrinks by as much.
      const k = draw(1, 3);
      push({ kernel: square(k), padding: square(k) });
      push({ kernel: square(k + 2) });
    } else
      push({ ...sameSize(draw), ...(choice === 2 && halved), ...(choice === 3 && { stride: square(2) }) });
  }
  push({ ...sameSize(draw), shortcut: { from: 0, weight: 1 } });
  return layers;
}

function sameSize(draw: (least: number, most: number) => number) {
  const padding = { height: draw(0, 2), width: draw(0, 2) };
  return { kernel: { height: 1 + 2 * padding.height, width: 1 + 2 * padding.width }, padding };
}

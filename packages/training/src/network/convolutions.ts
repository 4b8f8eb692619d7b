import { type ConvolutionShape, type Extent, fanIn, outputVolume, type Volume } from '@bitfront/bits';
import { bitfrontError } from '@bitfront/errors';

/** Layers joined by "-": 64C3, 64C3x5s2p1, DW3p1, MP2, MP3s2. */
export const convolutionsPattern = /^$|^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/;

/**
 * Reads the notation of the literature (Hubara et al. 2016 write 128C3-MP2): `64C3` is a convolution with 64 output
 * channels and a 3 × 3 kernel, `64C1x5` one with a kernel 1 high and 5 wide, `DW3` depthwise, `MP2` max-pooling of the
 * layer before it. `s2` or `s1x2` gives the stride (1, for pooling its size), `p1` the padding (0).
 * `r2` adds a residual shortcut over two layers, this one and the one before: the input of the latter. Its weight is the
 * square root of the layer's weights per neuron, rounded up, the spread of a random dot product; `w8` gives another.
 * @throws NETWORK_LAYERS_UNREADABLE
 */
export function readConvolutions(text: string, input: Volume): readonly ConvolutionShape[] {
  const layers: ConvolutionShape[] = [];
  let volume = input;
  for (const word of text === '' ? [] : text.split('-')) {
    const before = layers.at(-1);
    const pool = /^MP(\d+(?:x\d+)?)(?:s(\d+(?:x\d+)?))?$/.exec(word);
    if (pool !== null && before !== undefined && before.pool === undefined) {
      const size = extent(pool[1]);
      layers[layers.length - 1] = { ...before, pool: { size, stride: extent(pool[2], size) } };
    } else layers.push(convolution(word, volume, layers.length) ?? refuse(word, text));
    volume = outputVolume(layers.at(-1) as ConvolutionShape);
  }
  return layers;
}

function convolution(word: string, input: Volume, index: number): ConvolutionShape | undefined {
  const found = /^(?:(\d+)C|DW)(\d+(?:x\d+)?)((?:[sp]\d+(?:x\d+)?|[rw]\d+)*)$/.exec(word);
  if (found === null) return undefined;
  const option = (letter: string) => new RegExp(`${letter}(\\d+(?:x\\d+)?)`).exec(found[3] ?? '')?.[1];
  const shape: ConvolutionShape = {
    kind: found[1] === undefined ? 'depthwise' : 'convolution',
    input,
    outputs: Number(found[1] ?? input.channels),
    kernel: extent(found[2]),
    stride: extent(option('s'), { height: 1, width: 1 }),
    padding: extent(option('p'), { height: 0, width: 0 }),
  };
  const [over, weight] = [option('r'), option('w')];
  if (over === undefined) return weight === undefined ? shape : undefined;
  const standard = Math.ceil(Math.sqrt(fanIn(shape)));
  return { ...shape, shortcut: { from: index - Number(over), weight: Number(weight ?? standard) } };
}

/** "3" is 3 × 3, "1x5" is 1 high and 5 wide. */
function extent(text: string | undefined, otherwise: Extent = { height: 0, width: 0 }): Extent {
  if (text === undefined) return otherwise;
  const [height = 0, width = height] = text.split('x').map(Number);
  return { height, width };
}

function refuse(word: string, text: string): never {
  throw bitfrontError('NETWORK_LAYERS_UNREADABLE', { word, text });
}

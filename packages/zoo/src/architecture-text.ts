import type { Architecture } from '@bitfront/core';

type Layer = Architecture['layers'][number];
type Convolution = Exclude<Layer, { readonly kind: 'dense' }>;

/**
 * In the notation of the literature (Hubara et al. 2016): `784-1024-1024-10`, or `3x32x32-64C3-64C3-MP2-512-10`. A
 * convolution is `outputsCkernel`, a depthwise one `DWkernel`, `s2` a stride, `p1` a padding, `r2w12` a shortcut over two layers with weight 12.
 */
export function architectureText({ layers }: Architecture): string {
  const [first] = layers;
  if (first === undefined) return '';
  const { input } = first as Partial<Convolution>;
  const start =
    input === undefined && first.kind === 'dense'
      ? String(first.inputs)
      : input && `${input.channels}x${input.height}x${input.width}`;
  return [start, ...layers.flatMap((layer, index) => layerText(layer, index))].join('-');
}

function layerText(layer: Layer, index: number): readonly string[] {
  if (layer.kind === 'dense') return [String(layer.outputs)];
  const { kind, outputs, kernel, stride, padding, shortcut, pool } = layer;
  const name = kind === 'depthwise' ? 'DW' : `${outputs}C`;
  const moved = size(stride) === '1' ? '' : `s${size(stride)}`;
  const padded = size(padding) === '0' ? '' : `p${size(padding)}`;
  const link = shortcut === undefined ? '' : `r${index - shortcut.from}w${shortcut.weight}`;
  const text = `${name}${size(kernel)}${moved}${padded}${link}`;
  if (pool === undefined) return [text];
  const jump = size(pool.stride) === size(pool.size) ? '' : `s${size(pool.stride)}`;
  return [text, `MP${size(pool.size)}${jump}`];
}

/** `3` for 3 x 3, `1x5` for 1 high and 5 wide. */
function size({ height, width }: Convolution['kernel']): string {
  return height === width ? String(height) : `${height}x${width}`;
}

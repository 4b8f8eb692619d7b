import { type LayerShape, outputVolume, positionCount, positions } from '@bitfront/bits';
import { exp, log } from '@bitfront/math';

/** Parameters, or their gradients, of one layer: latent is [fan-in][outputs]. */
export interface PlainLayer {
  readonly latent: readonly (readonly number[])[];
  readonly gamma: readonly number[];
  readonly beta: readonly number[];
}

/**
 * One forward and backward pass in float64, written from the equations, image by image: the oracle of the training
 * step. Gradient of the sign: 1 where |y| ≤ 1, else 0; of a binary weight: that of the latent one; of a maximum: to its
 * first largest value. Every layer is a list of connections, so that no index of the fast path is used again.
 */
export function plainStep(
  shapes: readonly LayerShape[],
  layers: readonly PlainLayer[],
  images: readonly (readonly number[])[],
  labels: readonly number[],
  epsilon: number,
): { readonly loss: number; readonly layers: readonly PlainLayer[] } {
  const passes: Pass[] = [];
  for (const [index, layer] of layers.entries()) {
    const below = passes.at(-1);
    const inputs = below === undefined ? images : below.pooled.map((row) => row.map(sign));
    const given = passes.map(({ pooled }) => pooled.map((row) => row.map(sign)));
    passes.push(
      forwardLayer(shapes[index] as LayerShape, layer, inputs, epsilon, linksOf(shapes, index), given),
    );
  }
  let loss = 0;
  let gradient = (passes.at(-1)?.pooled ?? []).map((row, image) => {
    const all = row.reduce((sum, score) => sum + exp(score), 0);
    loss += (log(all) - (row[labels[image] ?? 0] ?? 0)) / images.length;
    return row.map((score, label) => (exp(score) / all - (label === labels[image] ? 1 : 0)) / images.length);
  });
  const results: PlainLayer[] = [];
  const throughShortcuts = passes.map(({ pooled }) => pooled.map((row) => row.map(() => 0)));
  for (const [index, pass] of [...passes.entries()].reverse()) {
    const { layer, xHat, inverse, inputs, y, each, wires, pooled } = pass;
    const hidden = index < passes.length - 1;
    const slopes = y.map((row) => row.map(() => 0));
    for (const [image, row] of gradient.entries())
      for (const [place, slope] of row.entries()) {
        const from = pass.sources[image]?.[place] ?? place;
        const passes = !hidden || Math.abs(pooled[image]?.[place] ?? 0) <= 1;
        if (passes) (slopes[image] as number[])[from] = (slopes[image]?.[from] ?? 0) + slope;
      }
    const count = images.length * each;
    const neuron = (place: number) => Math.floor(place / each);
    const beta = layer.gamma.map(() => 0);
    const gamma = layer.gamma.map(() => 0);
    for (const [image, row] of slopes.entries())
      for (const [place, slope] of row.entries()) {
        beta[neuron(place)] = (beta[neuron(place)] ?? 0) + slope;
        gamma[neuron(place)] = (gamma[neuron(place)] ?? 0) + slope * (xHat[image]?.[place] ?? 0);
      }
    const latent = layer.latent.map((weights) => weights.map(() => 0));
    const back = inputs.map((row) => row.map(() => 0));
    for (const [image, row] of slopes.entries())
      for (const [place, slope] of row.entries()) {
        const n = neuron(place);
        const centred =
          slope - (beta[n] ?? 0) / count - ((xHat[image]?.[place] ?? 0) * (gamma[n] ?? 0)) / count;
        const dot = (layer.gamma[n] ?? 0) * (inverse[n] ?? 0) * centred;
        const link = pass.links[place];
        if (link !== undefined) {
          const sums = throughShortcuts[link.from]?.[image] as number[];
          sums[link.source] = (sums[link.source] ?? 0) + link.weight * dot;
        }
        for (const { weight, input } of wires[place] ?? []) {
          const x = input < 0 ? -1 : (inputs[image]?.[input] ?? 0);
          (latent[weight] as number[])[n] = (latent[weight]?.[n] ?? 0) + dot * x;
          if (input >= 0)
            (back[image] as number[])[input] =
              (back[image]?.[input] ?? 0) + dot * sign(layer.latent[weight]?.[n] ?? 0);
        }
      }
    results.unshift({ latent, gamma, beta });
    gradient = back.map((row, image) =>
      row.map((value, place) => value + (throughShortcuts[index - 1]?.[image]?.[place] ?? 0)),
    );
  }
  return { loss, layers: results };
}

interface Wire {
  readonly weight: number;
  /** Index of the input value, −1 in the padding. */
  readonly input: number;
}

/** What the shortcut adds at one place: weight times the value at a place of the outputs of layer `from`. */
interface Link {
  readonly from: number;
  readonly source: number;
  readonly weight: number;
}

interface Pass {
  readonly links: readonly (Link | undefined)[];
  readonly layer: PlainLayer;
  readonly each: number;
  readonly wires: readonly (readonly Wire[])[];
  readonly inputs: readonly (readonly number[])[];
  readonly xHat: readonly (readonly number[])[];
  readonly inverse: readonly number[];
  readonly y: readonly (readonly number[])[];
  readonly pooled: readonly (readonly number[])[];
  /** Where each pooled value comes from. */
  readonly sources: readonly (readonly number[])[];
}

function forwardLayer(
  shape: LayerShape,
  layer: PlainLayer,
  inputs: readonly (readonly number[])[],
  epsilon: number,
  links: readonly (Link | undefined)[],
  given: readonly (readonly (readonly number[])[])[],
): Pass {
  const each = positionCount(shape);
  const wires = wiresOf(shape);
  const dots = inputs.map((row, image) =>
    wires.map((list, place) => {
      const link = links[place];
      const start = link === undefined ? 0 : link.weight * (given[link.from]?.[image]?.[link.source] ?? 0);
      return list.reduce((sum, { weight, input }) => {
        const x = input < 0 ? -1 : (row[input] ?? 0);
        return sum + x * sign(layer.latent[weight]?.[Math.floor(place / each)] ?? 0);
      }, start);
    }),
  );
  const valuesOf = (n: number) => dots.flatMap((row) => row.slice(n * each, (n + 1) * each));
  const mean = layer.gamma.map((_, n) => average(valuesOf(n)));
  const inverse = layer.gamma.map((_, n) => {
    const centre = mean[n] ?? 0;
    return 1 / Math.sqrt(average(valuesOf(n).map((dot) => (dot - centre) * (dot - centre))) + epsilon);
  });
  const per = (row: readonly number[], of: (value: number, n: number) => number) =>
    row.map((value, place) => of(value, Math.floor(place / each)));
  const xHat = dots.map((row) => per(row, (dot, n) => (dot - (mean[n] ?? 0)) * (inverse[n] ?? 0)));
  const y = xHat.map((row) => per(row, (x, n) => x * (layer.gamma[n] ?? 0) + (layer.beta[n] ?? 0)));
  const sources = y.map((row) => pool(shape, row));
  const pooled = sources.map((list, image) => list.map((place) => y[image]?.[place] ?? 0));
  return { links, layer, each, wires, inputs, xHat, inverse, y, pooled, sources };
}

/** Shortcuts, place by place, written from their definition. */
function linksOf(shapes: readonly LayerShape[], index: number): readonly (Link | undefined)[] {
  const shape = shapes[index] as LayerShape;
  if (shape.kind === 'dense' || shape.shortcut === undefined) return [];
  const source = shapes[shape.shortcut.from];
  if (source === undefined || source.kind === 'dense') return [];
  const [here, there] = [positions(shape), outputVolume(source)];
  const links: (Link | undefined)[] = [];
  for (let channel = 0; channel < shape.outputs; channel++)
    for (let y = 0; y < here.height; y++)
      for (let x = 0; x < here.width; x++) {
        const row = y * (there.height / here.height);
        const column = x * (there.width / here.width);
        const place = (channel * there.height + row) * there.width + column;
        links.push(channel < there.channels ? { ...shape.shortcut, source: place } : undefined);
      }
  return links;
}

/** The connections of every neuron and position, neuron by neuron. */
function wiresOf(shape: LayerShape): readonly (readonly Wire[])[] {
  if (shape.kind === 'dense')
    return Array.from({ length: shape.outputs }, () =>
      Array.from({ length: shape.inputs }, (_, input) => ({ weight: input, input })),
    );
  const { input, kernel, stride, padding } = shape;
  const { height, width } = positions(shape);
  const wires: Wire[][] = [];
  for (let n = 0; n < shape.outputs; n++)
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) {
        const list: Wire[] = [];
        for (let ky = 0; ky < kernel.height; ky++)
          for (let kx = 0; kx < kernel.width; kx++)
            for (let channel = 0; channel < input.channels; channel++) {
              if (shape.kind === 'depthwise' && channel !== n) continue;
              const row = y * stride.height + ky - padding.height;
              const column = x * stride.width + kx - padding.width;
              const inside = row >= 0 && row < input.height && column >= 0 && column < input.width;
              const tap = ky * kernel.width + kx;
              list.push({
                weight: shape.kind === 'depthwise' ? tap : tap * input.channels + channel,
                input: inside ? (channel * input.height + row) * input.width + column : -1,
              });
            }
        wires.push(list);
      }
  return wires;
}

/** The place that each pooled value comes from. */
function pool(shape: LayerShape, y: readonly number[]): readonly number[] {
  if (shape.kind === 'dense' || shape.pool === undefined) return y.map((_, place) => place);
  const before = positions(shape);
  const after = outputVolume(shape);
  const { size, stride } = shape.pool;
  const places: number[] = [];
  for (let n = 0; n < shape.outputs; n++)
    for (let row = 0; row < after.height; row++)
      for (let column = 0; column < after.width; column++) {
        let best = -1;
        for (let dy = 0; dy < size.height; dy++)
          for (let dx = 0; dx < size.width; dx++) {
            const place =
              (n * before.height + row * stride.height + dy) * before.width + column * stride.width + dx;
            if (best < 0 || (y[place] ?? 0) > (y[best] ?? 0)) best = place;
          }
        places.push(best);
      }
  return places;
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function sign(value: number): number {
  return value >= 0 ? 1 : -1;
}

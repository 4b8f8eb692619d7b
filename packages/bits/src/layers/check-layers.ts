import { bitfrontError } from '@bitfront/errors';
import { inputFeatures, outputFeatures, positionCount } from './layer-geometry.ts';
import { shortcutProblem } from './shortcut.ts';
import type { ConvolutionShape, Extent, LayerShape } from './layer-shape.ts';

/**
 * Refuses layers that do not fit each other, or do not lead from `features` values to `classes` scores.
 * @throws NETWORK_LAYER_INVALID
 */
export function checkLayers(layers: readonly LayerShape[], features: number, classes: number): void {
  let given = features;
  for (const [index, layer] of layers.entries()) {
    const refuse = (problem: string) => {
      throw bitfrontError('NETWORK_LAYER_INVALID', { layer: index + 1, kind: layer.kind, problem });
    };
    const problem = problemOf(layer) ?? shortcutProblem(layers, index);
    if (problem !== undefined) refuse(problem);
    const taken = inputFeatures(layer);
    if (taken !== given) refuse(`takes ${taken} values where ${given} are given`);
    given = outputFeatures(layer);
    if (given === 0) refuse('pools over windows larger than its output');
  }
  const last = layers.at(-1);
  if (last?.kind !== 'dense' || last.outputs !== classes)
    throw bitfrontError('NETWORK_LAYER_INVALID', {
      layer: layers.length,
      kind: last?.kind ?? 'missing',
      problem: `must be a dense layer with ${classes} outputs, since it is the last one`,
    });
}

function problemOf(layer: LayerShape): string | undefined {
  if (!isCount(layer.outputs)) return `has ${layer.outputs} outputs`;
  if (layer.kind === 'dense') return isCount(layer.inputs) ? undefined : `has ${layer.inputs} inputs`;
  const { input, kernel, stride, padding, pool, outputs, kind } = layer;
  if (!isCount(input.channels) || !isExtent(input, 1)) return 'has an empty input';
  if (!isExtent(kernel, 1)) return 'has an empty kernel';
  if (!isExtent(stride, 1) || (pool && !isExtent(pool.stride, 1))) return 'has a stride below 1';
  if (!isExtent(padding, 0)) return 'has a negative padding';
  if (pool && !isExtent(pool.size, 1)) return 'pools over an empty window';
  if (kind === 'depthwise' && outputs !== input.channels)
    return `has ${outputs} outputs for ${input.channels} channels`;
  return kernelFits(layer) ? undefined : 'has a kernel larger than its padded input';
}

function kernelFits(layer: ConvolutionShape): boolean {
  return positionCount(layer) > 0;
}

function isExtent({ height, width }: Extent, least: number): boolean {
  return [height, width].every((size) => Number.isSafeInteger(size) && size >= least);
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 1;
}

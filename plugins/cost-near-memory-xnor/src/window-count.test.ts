import type { InferenceView, LayerShape } from '@bitfront/core';
import { expectRelative } from '@bitfront/testkit';
import { expect, it } from 'vitest';
import { cnvStart, oddNetworks } from './networks.fixture.ts';
import { fixedPoint, rowOfLayers, stochastic } from './trial.fixture.ts';

it.each([...oddNetworks, cnvStart].map((layers) => ({ layers })))(
  'agrees with a slower count, window by window: %#',
  ({ layers }) => {
    for (const [rows, columns] of [
      [64, 64],
      [3, 5],
    ] as const) {
      for (const view of [fixedPoint(2), stochastic(3, 'first-layer'), stochastic(2, 'vote')]) {
        const row = rowOfLayers(layers, rows, columns, view);
        const counted = countReads(layers, rows, view);
        expectRelative('cells', Number(row['energyPjPerInference.cells']), counted.bits * 0.01, 1e-12);
        expect(row['latencyNs.cells']).toBe(counted.turns * 2);
      }
    }
  },
);

/** Plays one inference: each window that lies inside the padded image, each plane, each neuron. */
function countReads(layers: readonly LayerShape[], rows: number, view: InferenceView) {
  const summed = view.kind === 'stochastic' && view.accumulation === 'first-layer';
  const runs = view.kind === 'stochastic' && !summed ? view.presentations : 1;
  let [bits, turns] = [0, 0];
  for (let run = 0; run < runs; run++) {
    for (const [i, layer] of layers.entries()) {
      const planes = i > 0 ? 1 : view.kind === 'fixed-point' ? view.bits : summed ? view.presentations : 1;
      for (const weights of windowsOf(layer)) {
        for (let plane = 0; plane < planes; plane++) {
          const turnsOfRows = new Map<number, number>();
          for (let neuron = 0; neuron < layer.outputs; neuron++) {
            bits += weights;
            const gridRow = Math.floor(neuron / rows);
            turnsOfRows.set(gridRow, (turnsOfRows.get(gridRow) ?? 0) + 1);
          }
          turns += Math.max(...turnsOfRows.values());
        }
      }
    }
  }
  return { bits, turns };
}

/** Values that a neuron sees, for every window. */
function* windowsOf(layer: LayerShape): Iterable<number> {
  if (layer.kind === 'dense') return yield layer.inputs;
  const { input, kernel, stride, padding, kind } = layer;
  const bottom = input.height + padding.height;
  const right = input.width + padding.width;
  for (let y = -padding.height; y + kernel.height <= bottom; y += stride.height)
    for (let x = -padding.width; x + kernel.width <= right; x += stride.width)
      yield kernel.height * kernel.width * (kind === 'depthwise' ? 1 : input.channels);
}

import { inferReference, type PackedBits, packSigns, unpackSigns } from '@bitfront/bits';
import type { Evaluation, FlipProbabilities } from '@bitfront/core';
import { loadSigns } from '@bitfront/inference';
import { createKernels } from '@bitfront/kernels';
import { type RandomStream, randomStream } from '@bitfront/math';
import { describe, expect, it } from 'vitest';
import type { EvaluationInput } from './evaluation-input.ts';
import stage from './evaluator-faulted.ts';
import { turnWrong } from './faults/image-faults.ts';
import {
  context,
  convolutional,
  encodings,
  evaluationInput,
  layeredInput,
  none,
  seed,
  settings,
  stochastic,
} from './random-input.fixture.ts';

const grey = { kind: 'fixed-point', bits: 8 } as const;
const faults = { plusToMinus: 0.05, minusToPlus: 0.2 };
const evaluate = (input: EvaluationInput, repeats: number, given: Parameters<typeof settings>[1]) =>
  stage.run(input, settings(repeats, given), context) as Evaluation;

describe('faults that are drawn for every image', () => {
  const low = { plusToMinus: 0.003, minusToPlus: 0.01 };
  it.each([
    { input: evaluationInput([41, 20, 9, 4], grey, low), low },
    { input: evaluationInput([41, 20, 9, 4], grey, faults), low: faults },
    { input: layeredInput(convolutional[0]!, grey, faults, 9), low: faults },
  ])('give each image wrong bits of its own, as slow inference has them', ({ input, low }) => {
    const { dataset, network } = input;
    const { values, labels, count } = dataset.test;
    const { features } = dataset.description;
    const rates = [0, 1].map((repeat) => {
      let wrong = 0;
      for (let image = 0; image < count; image++) {
        const weights = network.weights.map((bits, layer) =>
          wronglyRead(bits, low, randomStream(seed, 'faults', repeat, layer, 'test', image)),
        );
        const raw = values.subarray(image * features, (image + 1) * features);
        const { layers } = network.architecture;
        const { class: found } = inferReference(
          { ...network, layers, weights },
          { kind: 'fixed-point', values: raw, bits: 8 },
        );
        if (found !== labels[image]) wrong++;
      }
      return wrong / count;
    });
    expect([...evaluate(input, 2, { redraw: 'inference' }).repeats]).toEqual(rates);
  });

  it.each(encodings)('leave a network without faults as it is: %o', (inference) => {
    const input = evaluationInput([30, 20, 3], inference, none);
    const [single, together] = [evaluate(input, 2, { redraw: 'inference' }), evaluate(input, 2, {})];
    expect([single.row, single.repeats]).toEqual([together.row, together.repeats]);
    // Expected toggles are added image by image instead of block by block.
    for (const [index, layer] of together.activity.layers.entries())
      for (const [name, value] of Object.entries(layer))
        expect(single.activity.layers[index]).toHaveProperty(name, expect.closeTo(value, 12));
  });

  it('turn every bit over at probability 1, as they do at every programming', () => {
    const input = evaluationInput([30, 20, 3], stochastic(3, 'output'), { plusToMinus: 1, minusToPlus: 1 });
    expect(evaluate(input, 2, { redraw: 'inference' })).toEqual(evaluate(input, 2, {}));
  });
});

describe('faults that last', () => {
  it('are those of the first programming in all repeats', () => {
    const input = evaluationInput([30, 40, 5], grey, faults, 200);
    const [first] = evaluate(input, 4, {}).repeats;
    const once = evaluate(input, 4, { redraw: 'once' });
    expect([...once.repeats]).toEqual([first]);
    expect(once.row.repeats).toBe(1);
  });

  it('meet new stochastic inputs in every repeat', () => {
    const input = evaluationInput([30, 40, 5], stochastic(1, 'output'), faults, 300);
    const { repeats, row } = evaluate(input, 5, { redraw: 'once' });
    expect(row.repeats).toBe(5);
    expect(new Set(repeats).size).toBeGreaterThan(1);
  });
});

describe('faults in some layers', () => {
  it('leave the others alone', () => {
    const input = evaluationInput([30, 40, 20, 5], grey, { plusToMinus: 1, minusToPlus: 1 }, 100);
    const inverted = (layer: number) => ({
      ...input,
      memory: { faults: none },
      network: {
        ...input.network,
        weights: input.network.weights.map((bits, index) =>
          index === layer
            ? flipped(
                bits,
                Array.from({ length: bits.rows * bits.columns }, (_, place) => place),
              )
            : bits,
        ),
      },
    });
    for (const layer of [0, 1, 2]) {
      const { repeats } = evaluate(input, 1, { faultyLayers: [layer + 1] });
      expect([...repeats]).toEqual([...evaluate(inverted(layer), 1, {}).repeats]);
    }
  });

  it('are refused where the network has no such layer', () => {
    const input = evaluationInput([30, 20, 3], grey, faults);
    expect(() => evaluate(input, 1, { faultyLayers: [1, 3] })).toThrow(
      expect.objectContaining({ code: 'EVALUATION_LAYER_UNKNOWN' }),
    );
  });
});

function wronglyRead(bits: PackedBits, own: FlipProbabilities, stream: RandomStream): PackedBits {
  const kernels = createKernels();
  const matrix = loadSigns(kernels, bits);
  turnWrong(bits, own, stream, matrix);
  const stride = Math.ceil(bits.columns / 32);
  const words = Array.from({ length: bits.rows }, (_, row) => [...matrix.row(row).subarray(0, stride)]);
  return { ...bits, words: Uint32Array.from(words.flat()) };
}

function flipped(bits: PackedBits, places: readonly number[]): PackedBits {
  const signs = Int8Array.from(unpackSigns(bits));
  for (const place of places) signs[place] = -(signs[place] as number);
  return packSigns(signs, bits.rows, bits.columns);
}

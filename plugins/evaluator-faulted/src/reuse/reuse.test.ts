import type { Evaluation, FlipProbabilities } from '@bitfront/core';
import { describe, expect, it } from 'vitest';
import type { EvaluationInput } from '../evaluation-input.ts';
import stage from '../evaluator-faulted.ts';
import {
  context,
  convolutional,
  encodings,
  evaluationInput,
  generated,
  layeredInput,
  none,
  settings,
  stochastic,
} from '../random-input.fixture.ts';
import { remembering } from '../remembering.fixture.ts';
import { repeatBytes } from './repeat-bytes.ts';

const level = (plusToMinus: number, minusToPlus = plusToMinus): FlipProbabilities => ({
  plusToMinus,
  minusToPlus,
});
/** Up, down, from none to all, one kind of flip alone, the same again. */
const levels = [1e-4, 1e-3, 2e-2, 0.3]
  .map((p) => level(p))
  .concat([
    level(2e-3),
    level(2e-3),
    none,
    level(0.01, 0.05),
    level(0, 0.05),
    level(1, 1),
    level(0.4, 0),
    level(0.4, 1e-3),
  ]);

const evaluate = (input: EvaluationInput, faults: FlipProbabilities, within = context, given = {}) =>
  stage.run({ ...input, memory: { faults } }, settings(2, given), within) as Evaluation;

describe('a sweep over levels of faults', () => {
  const shapes = [
    [784, 33, 7, 10],
    [30, 140, 65, 3],
    [33, 4],
    [5, 1, 31, 2],
  ];
  const more = [
    ...encodings,
    stochastic(300, 'first-layer'),
    generated(300, 'first-layer', { kind: 'lfsr', sharing: 'shared', bits: 12 }),
  ];
  it.each(more.flatMap((inference) => shapes.map((shape) => ({ inference, shape }))))(
    'has the results of full evaluations, to the last bit: $shape, $inference',
    ({ inference, shape }) => {
      const input = evaluationInput(shape, inference, none, 70);
      const memory = remembering();
      for (const faults of levels)
        expect(evaluate(input, faults, memory.context)).toEqual(evaluate(input, faults));
      const { presentations = 1 } = inference.kind === 'stochastic' ? inference : {};
      expect(memory.kept.size).toBe(presentations > 255 ? 0 : 1);
    },
  );

  it.each(encodings.flatMap((inference) => convolutional.map((layers) => ({ inference, layers }))))(
    'has them with convolutions too: $inference',
    ({ inference, layers }) => {
      const input = layeredInput(layers, inference, none, 140);
      const memory = remembering();
      for (const faults of levels)
        expect(evaluate(input, faults, memory.context)).toEqual(evaluate(input, faults));
    },
  );

  it('has them with layers wide enough for many changes of one image', () => {
    const input = evaluationInput([40, 700, 90, 5], { kind: 'fixed-point', bits: 8 }, none, 200);
    const memory = remembering();
    // From 5 % to 8 % of flips more than 127 of 700 outputs change here and there, which still pays.
    // At 50 % outputs alone are computed, and what is remembered of them follows at the second level below.
    for (const faults of [0.002, 0.004, 0.01, 0.02, 0.05, 0.08, 0.5, 0.01, 0.011, 0.012].map((p) => level(p)))
      expect(evaluate(input, faults, memory.context)).toEqual(evaluate(input, faults));
  });

  it('keeps as many repeats as there is room for, and evaluates the others in full', () => {
    const input = evaluationInput([20, 30, 3], stochastic(2, 'output'), none);
    const each = repeatBytes(input);
    for (const room of [0, 1, 2]) {
      const memory = remembering(room * each);
      for (const faults of levels.slice(0, 3))
        expect(evaluate(input, faults, memory.context)).toEqual(evaluate(input, faults));
      const [states] = [...memory.kept.values()] as { readonly repeats: readonly unknown[] }[];
      expect(states?.repeats.length).toBe(room === 0 ? undefined : room);
    }
  });

  it('goes on rightly after a call that broke off', () => {
    const input = evaluationInput([20, 30, 3], { kind: 'fixed-point', bits: 8 }, none, 1200);
    const memory = remembering();
    evaluate(input, level(0.01), memory.context);
    const stopping = new AbortController();
    const breaking = {
      ...memory.context,
      signal: stopping.signal,
      progress: (fraction: number) => {
        if (fraction > 0.2) stopping.abort();
      },
    };
    expect(() => evaluate(input, level(0.02), breaking)).toThrow(/abort/);
    for (const p of [0.02, 0.03])
      expect(evaluate(input, level(p), memory.context)).toEqual(evaluate(input, level(p)));
  });

  it.each([{ redraw: 'once' }, { faultyLayers: [2] }, { redraw: 'once', faultyLayers: [1, 3] }])(
    'has them for faults that last, or stay in some layers: %o',
    (given) => {
      for (const inference of [encodings[0], encodings[5]] as const) {
        const input = evaluationInput([30, 40, 20, 3], inference as (typeof encodings)[number], none, 70);
        const memory = remembering();
        for (const faults of levels)
          expect(evaluate(input, faults, memory.context, given)).toEqual(
            evaluate(input, faults, context, given),
          );
        expect(memory.kept.size).toBe(1);
      }
    },
  );

  it('does not mix seeds', () => {
    const input = evaluationInput([20, 30, 3], stochastic(1, 'first-layer'), none);
    const memory = remembering();
    const other = { random: (...key: readonly (string | number)[]) => context.random('other', ...key) };
    evaluate(input, level(0.1), memory.context);
    const expected = evaluate(input, level(0.1), { ...context, ...other });
    expect(evaluate(input, level(0.1), { ...memory.context, ...other })).toEqual(expected);
  });
});

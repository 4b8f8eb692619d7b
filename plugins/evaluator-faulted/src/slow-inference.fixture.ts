import { inferReference, packSigns } from '@bitfront/bits';
import { createKernels } from '@bitfront/kernels';
import { randomStream } from '@bitfront/math';
import type { EvaluationInput } from './evaluation-input.ts';
import { flipBits } from './flip-bits.ts';
import { openFeeder } from './input/open-feeder.ts';
import { seed } from './random-input.fixture.ts';

/** One draw per pixel and presentation, bit by bit, as the feeder gives them; sums are not redrawn but read back. */
export function referenceErrorRate(input: EvaluationInput, repeat: number): number {
  const { count, labels } = input.dataset.test;
  let wrong = 0;
  const classes = referenceClasses(input, repeat);
  for (let image = 0; image < count; image++) if (classes[image] !== labels[image]) wrong++;
  return wrong / count;
}

/** The class of every test image by slow inference. */
export function referenceClasses(input: EvaluationInput, repeat: number): readonly number[] {
  const { dataset, encoding, network, memory } = input;
  const { inference } = encoding;
  const { values, count } = dataset.test;
  const features = dataset.description.features;
  const weights = network.weights.map((bits, layer) =>
    flipBits(bits, memory.faults, randomStream(seed, 'faults', repeat, layer)),
  );
  const folded = { ...network, weights };
  if (inference.kind === 'fixed-point')
    return Array.from({ length: count }, (_, image) => {
      const raw = values.subarray(image * features, (image + 1) * features);
      return inferReference(folded, { kind: 'fixed-point', values: raw, bits: inference.bits }).class;
    });
  const { presentations, accumulation } = inference;
  const feeder = openFeeder(inference, 255, (draw) => randomStream(seed, 'input', repeat, 'test', draw));
  const { arena } = createKernels();
  const rows = count * feeder.rowsPerImage;
  const integers = arena.i32(features, rows);
  const bits = arena.bits(rows, features);
  if (feeder.kind === 'integers') feeder.fill(integers, dataset.test, 0);
  else feeder.fill(bits, dataset.test, 0);
  return Array.from({ length: count }, (_, image) => {
    const signs = Array.from({ length: presentations }, (_, draw) =>
      Array.from({ length: features }, (_, c) => {
        if (feeder.kind === 'bits') return 2 * bitAt({ bits }, image * presentations + draw, c) - 1;
        // Any order of the draws has the same sum: the ones come first.
        return draw < ((integers.view[c * integers.stride + image] ?? 0) + presentations) / 2 ? 1 : -1;
      }),
    ).flat();
    const draws = packSigns(signs, presentations, features);
    return inferReference(folded, { kind: 'stochastic', draws, accumulation }).class;
  });
}

export function bitAt(
  block: { readonly bits?: { readonly view: Uint32Array; readonly wordsPerRow: number } },
  row: number,
  column: number,
): number {
  const word = block.bits?.view[row * block.bits.wordsPerRow + (column >>> 5)] ?? 0;
  return (word >>> (column & 31)) & 1;
}

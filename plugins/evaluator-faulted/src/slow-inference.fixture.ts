import { fillBlock, openFeeder } from '@bitfront/evaluation';
import { inferReference, inputFeatures, packSigns } from '@bitfront/bits';
import { createKernels } from '@bitfront/kernels';
import { randomStream } from '@bitfront/math';
import type { EvaluationInput } from './evaluation-input.ts';
import { flipBits } from './faults/flip-bits.ts';
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
  const { layers } = network.architecture;
  const features = layers[0] === undefined ? 0 : inputFeatures(layers[0]);
  const weights = network.weights.map((bits, layer) =>
    flipBits(bits, memory.faults, randomStream(seed, 'faults', repeat, layer)),
  );
  const folded = { ...network, layers, weights };
  if (inference.kind === 'fixed-point')
    return Array.from({ length: count }, (_, image) => {
      const raw = values.subarray(image * features, (image + 1) * features);
      return inferReference(folded, { kind: 'fixed-point', values: raw, bits: inference.bits }).class;
    });
  const { presentations, accumulation } = inference;
  const feeder = openFeeder(inference, 255, (draw) => randomStream(seed, 'input', repeat, 'test', draw));
  const lanes = count * feeder.lanesPerImage;
  const kernels = createKernels();
  const block = { from: 0, images: count, features, lanes };
  const { values: seen } = fillBlock(kernels, feeder, dataset.test, block);
  const valueAt = (feature: number, lane: number) =>
    seen.kind === 'bits'
      ? ((seen.row(feature)[lane >>> 5] ?? 0) >>> (lane & 31)) & 1
      : (seen.row(feature)[lane] ?? 0);
  return Array.from({ length: count }, (_, image) => {
    const signs = Array.from({ length: presentations }, (_, draw) =>
      Array.from({ length: features }, (_, c) => {
        if (seen.kind === 'bits') return 2 * valueAt(c, image * presentations + draw) - 1;
        const value = valueAt(c, image);
        // Any order of the draws has the same sum: the ones come first.
        return draw < (seen.kind === 'bytes' ? value : (value + presentations) / 2) ? 1 : -1;
      }),
    ).flat();
    const draws = packSigns(signs, presentations, features);
    return inferReference(folded, { kind: 'stochastic', draws, accumulation }).class;
  });
}

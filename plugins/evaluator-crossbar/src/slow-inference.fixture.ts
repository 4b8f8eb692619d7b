import { inferReference, inputFeatures, packSigns } from '@bitfront/bits';
import { openFeeder } from '@bitfront/evaluation';
import { createKernels } from '@bitfront/kernels';
import { randomStream } from '@bitfront/math';
import { seed } from './crossbar-input.fixture.ts';
import type { EvaluationInput } from './evaluation-input.ts';
import { seenDrawByDraw } from './network/errors-of-split.ts';

/** Error rate on the test images of the stored network in integers, image by image. */
export function integerErrorRate({ dataset, encoding, network }: EvaluationInput, repeat: number): number {
  const { inference } = encoding;
  const { values, labels, count } = dataset.test;
  const { layers } = network.architecture;
  const features = layers[0] === undefined ? 0 : inputFeatures(layers[0]);
  const folded = { ...network, layers };
  const rows = inference.kind === 'stochastic' ? drawnRows({ dataset, encoding }, repeat) : [];
  let wrong = 0;
  for (let image = 0; image < count; image++) {
    const raw = values.subarray(image * features, (image + 1) * features);
    const { class: found } =
      inference.kind === 'fixed-point'
        ? inferReference(folded, { kind: 'fixed-point', values: raw, bits: inference.bits })
        : inferReference(folded, {
            kind: 'stochastic',
            accumulation: inference.accumulation,
            draws: packSigns(
              rows.slice(image * inference.presentations, (image + 1) * inference.presentations).flat(),
              inference.presentations,
              features,
            ),
          });
    if (found !== labels[image]) wrong++;
  }
  return wrong / count;
}

/** One row of ±1 per draw of each image. */
function drawnRows(
  { dataset, encoding }: Pick<EvaluationInput, 'dataset' | 'encoding'>,
  repeat: number,
): readonly (readonly number[])[] {
  const { features, maxValue } = dataset.description;
  const feeder = openFeeder(seenDrawByDraw(encoding.inference), maxValue, (draw) =>
    randomStream(seed, 'input', repeat, 'test', draw),
  );
  if (feeder.kind !== 'bits') return [];
  const lanes = dataset.test.count * feeder.lanesPerImage;
  const bits = createKernels().arena.bits(lanes, features);
  feeder.fill(bits, dataset.test, 0, dataset.test.count);
  return Array.from({ length: lanes }, (_, lane) =>
    Array.from(
      { length: features },
      (__, feature) => 2 * (((bits.row(lane)[feature >>> 5] as number) >>> (feature & 31)) & 1) - 1,
    ),
  );
}

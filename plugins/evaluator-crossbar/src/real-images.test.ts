import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Dataset, DenseShape, InferenceView, KnownConductance, Network } from '@bitfront/core';
import fashionMnist from '@bitfront/dataset-fashion-mnist';
import { fanIn, packSigns, unpackSigns } from '@bitfront/bits';
import { loadZooNetwork } from '@bitfront/zoo';
import { describe, expect, it } from 'vitest';
import { alike, context, evaluated, mappingOf, type Settings } from './crossbar-input.fixture.ts';
import { integerErrorRate } from './slow-inference.fixture.ts';

const dataFolder = process.env.BITFRONT_DATA ?? join(import.meta.dirname, '../../../../shared/data');
const folder = join(dataFolder, 'fashion-mnist');
const present = existsSync(folder);
if (!present) process.stderr.write(`Columns are not tested on real images: there is no folder ${folder}.\n`);

const images = 300;
const width = 320;

describe.skipIf(!present)(
  '784-320-320-10 out of the zoo on the first 300 test images of Fashion-MNIST',
  async () => {
    const dataset = present ? await subset() : undefined;
    const network = thinned(loadZooNetwork('fashion-mnist-mlp-grey'));
    const mapping = mappingOf(network.architecture.layers, { rows: 128, columns: 128 });
    const inference: InferenceView = { kind: 'fixed-point', bits: 2 };
    const input = (conductance: KnownConductance) => ({
      dataset: dataset!,
      encoding: { inference },
      network,
      memory: { conductance },
      mapping,
    });
    const mild = { ...alike, onLogSigma: 0.1, offLogSigma: 0.1 };
    const errorOf = (conductance: KnownConductance, settings: Partial<Settings>) => {
      const { row } = evaluated(input(conductance), { adcBits: 8, repeats: 1, ...settings });
      return row.errorRate as number;
    };
    /** Rising within three standard deviations of the difference of two counts of the same images, and from end to end. */
    const rises = (rates: readonly number[]) => {
      for (const [index, rate] of rates.slice(1).entries())
        expect(rate).toBeGreaterThanOrEqual(rates[index]! - 3 * Math.sqrt((2 * rate * (1 - rate)) / images));
      expect(rates.at(-1)).toBeGreaterThan(rates[0]! + 3 * Math.sqrt((2 * rates[0]!) / images));
    };

    it('has the error rate of integers without errors', () => {
      const rate = errorOf(alike, { adcBits: 9 });
      expect(rate).toBe(integerErrorRate(input(alike), 0));
      expect(rate).toBeLessThan(0.3);
    });

    it('errs more with more spread of the cells', () => {
      rises(
        [0, 0.3, 1, 2].map((onLogSigma) => errorOf({ ...alike, onLogSigma, offLogSigma: onLogSigma }, {})),
      );
    });

    it('errs more with more stuck cells', () => {
      rises(
        [0, 0.1, 0.3, 0.45].map((p) =>
          errorOf({ ...alike, stuckOnProbability: p, stuckOffProbability: p }, {}),
        ),
      );
    });

    it('errs more with fewer bits of the converters', () => {
      rises([9, 6, 4, 2].map((adcBits) => errorOf(alike, { adcBits })));
    });

    it('errs more with a smaller ratio of the states', () => {
      rises(
        [100, 5, 2, 1.1].map((ratio) =>
          errorOf({ ...mild, onLogSigma: 0.2, offLogSigma: 0.2, offUs: 10 / ratio }, {}),
        ),
      );
    });

    it('errs more with more wire resistance', () => {
      rises(
        [0, 1, 10, 100].map((wireResistanceOhm) =>
          errorOf({ ...alike, onUs: 100, offUs: 1 }, { wireResistanceOhm }),
        ),
      );
    });
  },
);

async function subset(): Promise<Pick<Dataset, 'description' | 'test' | 'validation'>> {
  const host = { dataFolders: [dataFolder] };
  const { description, test, validation } = await fashionMnist.run(
    {},
    { validationImages: 5000 },
    { ...context, host },
  );
  const first = (split: Dataset['test'], count: number) => ({
    count,
    values: split.values.subarray(0, count * description.features),
    labels: split.labels.subarray(0, count),
  });
  return { description, test: first(test, images), validation: first(validation, 10) };
}

/** A network with the first hidden neurons alone, whose sums stand for those of all. */
function thinned({
  architecture,
  weights,
  thresholds,
  output,
}: Network): Pick<Network, 'architecture' | 'weights' | 'thresholds' | 'output'> {
  const layers = architecture.layers.map(
    (layer, index): DenseShape => ({
      kind: 'dense',
      inputs: index === 0 ? fanIn(layer) : width,
      outputs: index < thresholds.length ? width : layer.outputs,
    }),
  );
  const factor = (index: number) => (index === 0 ? 1 : fanIn(architecture.layers[index]!) / width);
  return {
    architecture: { ...architecture, layers },
    weights: weights.map((bits, index) => {
      const [signs, { inputs, outputs }] = [unpackSigns(bits), layers[index]!];
      const kept = Int8Array.from(
        { length: inputs * outputs },
        (_, at) => signs[Math.floor(at / inputs) * bits.columns + (at % inputs)]!,
      );
      return packSigns(kept, outputs, inputs);
    }),
    thresholds: thresholds.map((thetas, index) =>
      thetas.slice(0, width).map((theta) => theta / factor(index)),
    ),
    output: { ...output, scale: output.scale.map((value) => value * factor(layers.length - 1)) },
  };
}

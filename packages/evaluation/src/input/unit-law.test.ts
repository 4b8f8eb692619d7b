import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { InferenceView } from '@bitfront/core';
import { createKernels } from '@bitfront/kernels';
import { randomStream } from '@bitfront/math';
import { describe, expect, it } from 'vitest';
import { generated, stochastic } from '../encodings.fixture.ts';
import { openFeeder } from './open-feeder.ts';

const dataFolder = process.env.BITFRONT_DATA ?? join(import.meta.dirname, '../../../../../shared/data');
const file = join(dataFolder, 'fashion-mnist', 't10k-images-idx3-ubyte.gz');
const present = existsSync(file);
if (!present) process.stderr.write(`The unit law is not tested on real images: there is no file ${file}.\n`);

const [features, images, repeats, draws] = [784, 10_000, 3, 8];
/** One sample per image and repeat: neurons of one image share their bits. σ = √(2 / 30 000) = 0.8 %. */
const sigma = Math.sqrt(2 / (images * repeats));
const random = randomStream('neuron');
const neurons = {
  'all +1': new Int8Array(features).fill(1),
  'random signs': Int8Array.from({ length: features }, () => 2 * random.integer(2) - 1),
};

describe.skipIf(!present)(
  'Var[z] = Σ 4p(1 − p) / T of layer 1 on the 10,000 test images of Fashion-MNIST',
  () => {
    const values = present ? new Uint8Array(gunzipSync(readFileSync(file)).subarray(16)) : new Uint8Array();

    it.each(Object.entries(neurons))('holds for independent draws, neuron of %s', (_, weights) => {
      expect(Math.abs(ratioOf(stochastic(draws, 'first-layer'), weights) - 1)).toBeLessThan(3 * sigma);
    });

    it('does not hold for one register shared by all pixels: the sum of all inputs varies ten times as much and more', () => {
      const shared = generated(draws, 'first-layer', { kind: 'lfsr', sharing: 'shared' });
      expect(ratioOf(shared, neurons['all +1'])).toBeGreaterThan(10);
    });

    it('does not hold for registers of their own either: successive numbers share seven of eight bits', () => {
      const own = generated(draws, 'first-layer', { kind: 'lfsr', sharing: 'independent' });
      for (const weights of Object.values(neurons)) expect(ratioOf(own, weights)).toBeGreaterThan(1.3);
    });

    it('is undercut by Sobol points, whose T numbers spread', () => {
      const sobol = generated(draws, 'first-layer', { kind: 'sobol', sharing: 'independent' });
      expect(ratioOf(sobol, neurons['random signs'])).toBeLessThan(0.5);
    });

    /** Mean over images of (z − E z)² against the law, z the mean over the draws of one neuron's dot product. */
    function ratioOf(inference: InferenceView, weights: Int8Array): number {
      const { arena } = createKernels();
      const rows = arena.bytes(100, features);
      const examples = { count: images, values, labels: new Uint8Array(images) };
      let total = 0;
      for (let repeat = 0; repeat < repeats; repeat++) {
        const feeder = openFeeder(inference, 255, (draw) => randomStream('law', repeat, draw));
        if (feeder.kind !== 'bytes') return Number.NaN;
        for (let from = 0; from < images; from += 100) {
          feeder.fill(rows, examples, from, 100);
          for (let image = 0; image < 100; image++) {
            let [error, law] = [0, 0];
            for (let pixel = 0; pixel < features; pixel++) {
              const p = values[(from + image) * features + pixel]! / 255;
              error += 2 * (rows.view[image * rows.stride + pixel]! / draws - p) * weights[pixel]!;
              law += (4 * p * (1 - p)) / draws;
            }
            total += (error * error) / law;
          }
        }
      }
      return total / (images * repeats);
    }
  },
);

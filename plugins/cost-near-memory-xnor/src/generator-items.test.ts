import type { GeneratorSource, InferenceView, StochasticInput } from '@bitfront/core';
import { expectRelative } from '@bitfront/testkit';
import { describe, expect, it } from 'vitest';
import { areaParts, energyParts, latencyParts } from './columns.ts';
import { cnvStart } from './networks.fixture.ts';
import { inputsOf, memory, rowOf, rowOfLayers, run, total } from './trial.fixture.ts';

const draws = 4;
const generator = (
  given: Pick<GeneratorSource, 'kind' | 'sharing'> & Partial<GeneratorSource>,
  accumulation: StochasticInput['accumulation'] = 'output',
): InferenceView => ({
  kind: 'stochastic',
  presentations: draws,
  accumulation,
  source: { bits: 8, betweenImages: 'runs-on', comparison: 'below-with-carry', ...given },
});
const all = (['lfsr', 'sobol', 'van-der-corput'] as const).flatMap((kind) =>
  (['independent', 'shared', 'rotated'] as const).map((sharing) => ({ kind, sharing })),
);

/** 28 nm, 0.9 V: areas and capacitances in NAND2 of 0.614 µm² and 0.7 fF. */
const [gateUm2, gateFj] = [0.614, 0.7 * 0.81];
const [pixels, lanes] = [784, 16];
const encoding = (given: Parameters<typeof generator>[0]) => {
  const row = rowOf([pixels, 16, 6], 128, 128, generator(given));
  return {
    areaUm2: Number(row['areaUm2.inputEncoding']),
    energyPj: Number(row['energyPjPerInference.inputEncoding']),
  };
};
/** A register per pixel; eight majority gates of 2.5 per lane. */
const common = pixels * 6 + lanes * 8 * 2.5;
/** Eight drivers of 16 NAND2 inputs, 11.2 fF: the last inverter is 8 wide, 32/3 in all, in three stages. */
const bus = 8 * ((32 / 3 + 3) / 3);

describe('area of the encoder of 784 pixels in 16 lanes, in NAND2 by hand', () => {
  const register = 8 * 6 + 3 * 2.4;
  const counter = 8 * (2.4 + 1.5 + 6);
  const index = counter + 16 * 1.5;
  const dimension = 14 * 1.5 + 8 * 2.4 + 8 * 6;
  const select = 8 * (pixels - lanes) * 1.5;
  it.each([
    ['lfsr', 'shared', common + bus + register],
    ['lfsr', 'rotated', common + bus + register],
    ['lfsr', 'independent', common + select + pixels * register],
    ['van-der-corput', 'shared', common + bus + counter],
    ['van-der-corput', 'independent', common + select + pixels * counter],
    ['sobol', 'shared', common + bus + index + dimension],
    ['sobol', 'independent', common + select + index + pixels * dimension],
  ] as const)('%s, %s', (kind, sharing, gates) => {
    expectRelative(`${kind} ${sharing}`, encoding({ kind, sharing }).areaUm2, gates * gateUm2, 1e-12);
  });

  it('a register of 7 bits for 16 lanes must turn: 7 flip-flops and multiplexers more', () => {
    const [shared, rotated] = (['shared', 'rotated'] as const).map((sharing) =>
      encoding({ kind: 'lfsr', sharing, bits: 7 }),
    );
    const extraUm2 = (rotated?.areaUm2 ?? 0) - (shared?.areaUm2 ?? 0);
    expect(extraUm2).toBeCloseTo(7 * (6 + 1.5) * gateUm2, 9);
    // 49 arrivals of each of 4 draws: 7 · (3 · 1.5 + 1 · 0.5) NAND2; and the bus moves 49 times as often.
    const busFj = 7 * 0.5 * (11.2 + (32 / 3) * 0.35) * 0.81;
    const turnFj = 7 * 5 * gateFj;
    const extraPj = (rotated?.energyPj ?? 0) - (shared?.energyPj ?? 0);
    expectRelative('energy', extraPj, (49 * 4 * turnFj + 48 * 4 * busFj) * 1e-3, 1e-9);
  });
});

it('energy of a shared shift register by hand', () => {
  // Input registers: 784 · 4 writes of 3 · (1 + 0.4); comparators: 784 · 4 times 8 · 2.5 · 0.5.
  const values = pixels * draws * (3 * 1.4 + 10);
  // Register: 8 · 3 · 1.5 and 3 XOR2 of 1.5 with one half; four steps.
  const steps = draws * (36 + 2.25);
  const busFj = draws * 8 * 0.5 * (11.2 + (32 / 3) * 0.35) * 0.81;
  const { energyPj } = encoding({ kind: 'lfsr', sharing: 'shared' });
  expectRelative('energy', energyPj, ((values + steps) * gateFj + busFj) * 1e-3, 1e-9);
});

describe('every source', () => {
  it.each(all)('adds up, dense and convolutional: $kind, $sharing', (given) => {
    for (const bits of [3, 8, 16]) {
      for (const accumulation of ['first-layer', 'output', 'vote'] as const) {
        const inference = generator({ ...given, bits }, accumulation);
        const rows = [
          rowOf([95, 16, 6], 32, 32, inference),
          rowOf([1, 1], 1, 1, inference),
          rowOfLayers(cnvStart, 64, 64, inference),
        ];
        for (const row of rows) {
          const wrong = Object.entries(row).filter(
            ([name, value]) =>
              name !== 'enduranceLeftCycles' && !(Number.isFinite(value) && Number(value) >= 0),
          );
          expect(wrong).toEqual([]);
          expect(total(row, 'areaUm2', areaParts)).toBe(row.areaUm2);
          expect(total(row, 'energyPjPerInference', energyParts)).toBe(row.energyPjPerInference);
          expect(total(row, 'latencyNs', latencyParts)).toBe(row.latencyNs);
        }
      }
    }
  });

  it('costs more where every pixel has its own, and more with more bits', () => {
    for (const kind of ['lfsr', 'sobol', 'van-der-corput'] as const) {
      const [own, shared] = [
        encoding({ kind, sharing: 'independent' }),
        encoding({ kind, sharing: 'shared' }),
      ];
      const wide = encoding({ kind, sharing: 'independent', bits: 16 });
      for (const quantity of ['areaUm2', 'energyPj'] as const) {
        expect(own[quantity]).toBeGreaterThan(2 * shared[quantity]);
        expect(wide[quantity]).toBeGreaterThan(1.5 * own[quantity]);
      }
    }
  });

  it('needs no multiplexer where every pixel has a lane', () => {
    const inputs = inputsOf([12, 4], 16, 16, generator({ kind: 'lfsr', sharing: 'independent' }), memory);
    const areaUm2 = Number(run(inputs)['areaUm2.inputEncoding']);
    // 16 lanes: their comparators are built; 12 registers of a bit, 12 generators.
    expect(areaUm2).toBeCloseTo((12 * 6 + 16 * 20 + 12 * 55.2) * gateUm2, 9);
  });
});

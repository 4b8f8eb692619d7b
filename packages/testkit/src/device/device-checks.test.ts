import { type AnyStage, choice, defineDevice, type Memory, quantity } from '@bitfront/core';
import { bitfrontError } from '@bitfront/errors';
import { describe, expect, it } from 'vitest';
import { failingChecks } from '../failing-checks.ts';
import { describeDevice, deviceChecks } from './device-checks.ts';
import { deviceSamples } from './device-samples.ts';

type Figures = Omit<Memory, 'row' | 'correction' | 'conductance'> & Partial<Pick<Memory, 'conductance'>>;

const figures = (flip: number, supplyV = 1): Figures => ({
  faults: { plusToMinus: flip, minusToPlus: flip },
  cell: {
    nodeNm: 28,
    supplyV,
    areaUm2PerBit: 0.05,
    aspectRatio: 1,
    sensing: 'differential',
    standbyPowerNwPerBit: 0,
  },
  read: { energyFjPerBit: 1, latencyNs: 1 },
  write: { energyFjPerBit: 100, latencyNs: 10, voltageV: 2 },
});

/** A technology with one parameter of each sort and a model to be replaced. */
function toy(model: (parameters: { ratio: number; supplyV: number; manner: string }) => Figures) {
  return defineDevice({
    name: 'rram-toy-nowhere-2020',
    version: 1,
    doc: 'a memory for tests',
    parameters: {
      ratio: quantity('1', 1, 10_000, 'resistance ratio'),
      supplyV: quantity('V', 0.5, 1.2, 'supply'),
      manner: choice(['strong', 'weak'], 'programming'),
    },
    source: {
      cite: 'Nobody',
      where: 'nowhere',
      how: 'assumed',
      residual: 'unknown',
      assumed: ['everything'],
    },
    model,
  });
}

const good = toy(({ ratio, supplyV, manner }) => {
  if (ratio < 2 && supplyV > 1)
    throw bitfrontError('NUMBER_INVALID', { name: 'ratio', value: ratio, expected: '2' });
  return figures(manner === 'weak' ? 1 / ratio : 0.5 / ratio, supplyV);
});

describeDevice(good);

let calls = 0;
const conducting = (offUs: number): Figures => ({
  ...figures(0.1),
  conductance: {
    onUs: 10,
    offUs,
    onLogSigma: 0.1,
    offLogSigma: 0.1,
    stuckOnProbability: 0,
    stuckOffProbability: 0,
    readVoltageV: 0.1,
  },
});
const broken: readonly (readonly [name: string, device: AnyStage, check: string])[] = [
  [
    'an off state that conducts better than the on state',
    toy(({ ratio }) => conducting(ratio)),
    'gives conductances of an on and an off state, or none',
  ],
  ['a probability above 1', toy(({ ratio }) => figures(ratio / 5000)), 'gives flip probabilities in [0, 1]'],
  [
    'an infinity at one end',
    toy(({ ratio }) => figures(1 / (ratio - 1))),
    'gives finite numbers over its ranges',
  ],
  [
    'a negative energy',
    toy(({ supplyV }) => ({ ...figures(0), read: { energyFjPerBit: supplyV - 0.6, latencyNs: 1 } })),
    'gives areas, energies and times that are not negative',
  ],
  [
    'no area',
    toy(() => ({ ...figures(0), cell: { ...figures(0).cell, areaUm2PerBit: 0 } })),
    'gives areas, energies and times that are not negative',
  ],
  ['a memory of its calls', toy(() => figures(1 / ++calls)), 'is a pure function of its parameters'],
  [
    'an exception of its own',
    toy(({ supplyV }) => {
      if (supplyV > 1.1) throw new RangeError('too much');
      return figures(0);
    }),
    'refuses only with errors of the catalogue, and not everything',
  ],
  [
    'a refusal of everything',
    toy(() => {
      throw bitfrontError('NUMBER_INVALID', { name: 'ratio', value: 1, expected: 'another' });
    }),
    'refuses only with errors of the catalogue, and not everything',
  ],
  [
    'an unknown way of sensing',
    toy(() => ({ ...figures(0), cell: { ...figures(0).cell, sensing: 'magic' as 'differential' } })),
    'declares a known way of sensing',
  ],
  [
    'an assumed source that lists nothing',
    {
      ...good,
      source: { cite: 'Nobody', where: 'nowhere', how: 'assumed', residual: 'unknown' },
    } as AnyStage,
    'says which of its numbers nobody published',
  ],
  [
    'a word that is no evidence',
    { ...good, source: { ...good.source, how: 'guessed' } } as unknown as AnyStage,
    'names its source',
  ],
  [
    'a need',
    { ...good, needs: { network: ['weights'] } } as AnyStage,
    'gives a memory from parameters alone',
  ],
];

describe('deviceChecks', () => {
  it.each(broken)('catches %s', async (_, device, check) => {
    expect(await failingChecks(deviceChecks(device as typeof good))).toContain(check);
  });

  it('finds nothing wrong with a good technology', async () => {
    expect(await failingChecks(deviceChecks(good, { samples: 50, fixed: { manner: 'weak' } }))).toEqual([]);
  });
});

describe('deviceSamples', () => {
  const samples = deviceSamples(good, 200, '1', {});

  it('starts with the corners and stays inside the ranges', () => {
    expect(samples.slice(0, 2)).toEqual([
      { ratio: 1, supplyV: 0.5, manner: 'strong' },
      { ratio: 10_000, supplyV: 1.2, manner: 'weak' },
    ]);
    for (const { ratio, supplyV } of samples) {
      expect(Number(ratio) >= 1 && Number(ratio) <= 10_000).toBe(true);
      expect(Number(supplyV) >= 0.5 && Number(supplyV) <= 1.2).toBe(true);
    }
  });

  it('covers every tenth of a range, and the lower decades of a wide one', () => {
    const tenths = new Set(samples.map(({ supplyV }) => Math.floor((Number(supplyV) - 0.5) / 0.07)));
    for (let tenth = 0; tenth < 10; tenth++) expect(tenths.has(tenth)).toBe(true);
    expect(samples.filter(({ ratio }) => Number(ratio) < 100).length).toBeGreaterThan(30);
    expect(samples.filter(({ ratio }) => Number(ratio) > 5000).length).toBeGreaterThan(30);
    expect(samples.filter(({ manner }) => manner === 'weak').length).toBeGreaterThan(70);
  });

  it('is the same for the same seed and another for another', () => {
    expect(deviceSamples(good, 200, '1', {})).toEqual(samples);
    expect(deviceSamples(good, 200, '2', {})).not.toEqual(samples);
  });
});

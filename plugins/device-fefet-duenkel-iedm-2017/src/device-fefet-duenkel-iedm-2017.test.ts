import type { Memory } from '@bitfront/core';
import { randomStream } from '@bitfront/math';
import { describeDevice, runCase } from '@bitfront/testkit';
import { describe, expect, it } from 'vitest';
import fefet from './device-fefet-duenkel-iedm-2017.ts';

const given = {
  supplyV: 0.8,
  thresholdSpreadV: 0.3,
  lowResistanceKohm: 100,
  highResistanceKohm: 10_000,
  readVoltageV: 0.1,
  readTimeNs: 5,
  writeEnergyFj: 2,
};

async function memory(more: object): Promise<Memory> {
  const { artifact } = await runCase(fefet, { name: 'one', parameters: { ...given, ...more }, inputs: {} });
  return artifact as unknown as Memory;
}

describeDevice(fefet);

describe('device-fefet-duenkel-iedm-2017', () => {
  it('has the published area, pulse, voltage and endurance', async () => {
    const { cell, write } = await memory({});
    expect(cell).toMatchObject({ nodeNm: 22, areaUm2PerBit: 0.025, sensing: 'single-ended' });
    expect(write).toEqual({ energyFjPerBit: 2, latencyNs: 10, voltageV: 4.2, enduranceCycles: 1e5 });
  });

  it('has Q(2.5) = 6.21e-3 at 0.3 V of spread, both ways, as 200,000 random cells have', async () => {
    const { plusToMinus, minusToPlus } = (await memory({})).faults;
    expect(plusToMinus).toBeCloseTo(6.209_665e-3, 8);
    expect(minusToPlus).toBe(plusToMinus);
    const stream = randomStream('1', 'thresholds');
    let wrong = 0;
    for (let draw = 0; draw < 200_000; draw++) if (0.3 * stream.normal() > 0.75) wrong++;
    const deviation = Math.sqrt((plusToMinus * (1 - plusToMinus)) / 200_000);
    expect(Math.abs(wrong / 200_000 - plusToMinus)).toBeLessThan(3 * deviation);
  });

  it('has the read energy and conductances computed by hand', async () => {
    const { read, conductance } = await memory({ highLogSpread: 1.5 });
    // 0.01 V² · 5 ns · ½ (1/100 + 1/10,000) / kΩ = 0.2525 fJ.
    expect(read.energyFjPerBit).toBeCloseTo(0.2525, 12);
    expect(conductance).toMatchObject({
      onUs: 10,
      offUs: 0.1,
      onLogSigma: 0,
      offLogSigma: 1.5,
      readVoltageV: 0.1,
    });
  });

  it('has no default for what the abstract does not say', () => {
    const open = Object.entries(fefet.parameters).filter(
      ([, one]) => (one as { default?: unknown }).default === undefined,
    );
    expect(open.map(([name]) => name)).toEqual(Object.keys(given));
  });

  it('refuses a high resistance below the low one', async () => {
    await expect(memory({ highResistanceKohm: 50 })).rejects.toMatchObject({
      code: 'DEVICE_RESISTANCE_INVERTED',
    });
  });
});

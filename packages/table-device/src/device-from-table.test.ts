import type { Memory } from '@bitfront/core';
import { describeDevice, runCase } from '@bitfront/testkit';
import { describe, expect, it } from 'vitest';
import { deviceFromTable } from './device-from-table.ts';
import { open, table } from './table.fixture.ts';

const device = deviceFromTable(table, 'my-table');

async function memory(text: string, parameters: object): Promise<Memory> {
  const made = deviceFromTable(text, 'my-table');
  const { artifact } = await runCase(made, { name: 'one', parameters: { ...parameters }, inputs: {} });
  return artifact as unknown as Memory;
}

describeDevice(device);
describeDevice(deviceFromTable('condition,bitErrorRate\na,0.5\nb,1', 'short'));

describe('deviceFromTable', () => {
  it('takes the row of the condition and the parameters for the rest', async () => {
    expect(await memory(table, { ...open, condition: 'strong' })).toMatchObject({
      faults: { plusToMinus: 1e-4, minusToPlus: 2e-4 },
      cell: { nodeNm: 130, areaUm2PerBit: expect.closeTo(0.8112, 10), sensing: 'single-ended' },
      read: { energyFjPerBit: 20, latencyNs: 5 },
      write: { energyFjPerBit: 20_000, latencyNs: 100, voltageV: 2.5, enduranceCycles: 1e6 },
    });
    const weak = await memory(table, { ...open, condition: 'weak' });
    expect(weak.write).toEqual({ energyFjPerBit: 500, latencyNs: 100, voltageV: 1.2 });
  });

  it('asks for what the table leaves open, and for nothing else', () => {
    expect(Object.keys(device.parameters).sort()).toEqual([...Object.keys(open), 'condition'].sort());
    const defaults = Object.values(device.parameters).filter((one) => one.default !== undefined);
    expect(defaults).toEqual([]);
    const bare = deviceFromTable('condition,cellAreaUm2\na,1', 'bare').parameters;
    expect(Object.keys(bare)).toEqual(
      expect.arrayContaining(['flipPlusToMinus', 'flipMinusToPlus', 'writeEnergyFj', 'enduranceCycles']),
    );
    expect(bare).not.toHaveProperty('cellAreaF2');
  });

  it('holds a parameter to the range that its column would have', async () => {
    const { aspectRatio } = device.parameters;
    for (const value of [0.1, 10]) expect(aspectRatio?.check(value)).toBeUndefined();
    for (const value of [0.09, 11]) {
      expect(aspectRatio?.check(value)).toMatch(/0.1 to 10/);
      expect(() => deviceFromTable(`condition,aspectRatio\na,${value}`, 'x')).toThrow(/0.1 to 10/);
    }
  });

  it('scales relative energies by a reference that must be given', async () => {
    const text = 'condition,relativeWriteEnergy,bitErrorRate\nlow,0.1,0.02';
    const parameters = { ...open, condition: 'low', writeVoltageV: 2, referenceWriteEnergyPj: 30 };
    const { write, faults } = await memory(text, parameters);
    expect(write.energyFjPerBit).toBeCloseTo(3000, 9);
    expect(faults).toEqual({ plusToMinus: 0.02, minusToPlus: 0.02 });
    await expect(memory(text, { ...parameters, referenceWriteEnergyPj: undefined })).rejects.toMatchObject({
      code: 'PARAMETER_MISSING',
    });
  });

  it('names the conditions there are where one is misspelt', async () => {
    await expect(memory(table, { ...open, condition: 'wek' })).rejects.toThrow(
      /"condition" cannot be "wek".*strong, weak/,
    );
  });

  it('is as good as the weakest of its rows', () => {
    expect(device.source).toMatchObject({
      how: 'fitted',
      where: 'fit of figure 3, by eye',
      residual: 'unknown',
      assumed: ['reads do not disturb'],
    });
    expect(device.source.cite).toMatch(/^hafnium oxide.*table 1; file my-table.csv, SHA-256 [0-9a-f]{64}$/);
    const silent = deviceFromTable(table.replace('measured,', ','), 'x').source;
    expect(silent.how).toBe('assumed');
    expect(silent.assumed).toContain('condition "strong": the table does not say how');
    expect(silent.cite).not.toBe(device.source.cite);
  });

  it('names the file where it refuses it', () => {
    expect(() => deviceFromTable('condition\na', 'my-table')).toThrow(/Line 1 of "my-table.csv"/);
  });
});

describe('deviceFromTable: conductances', () => {
  const text = `condition,lowResistanceKohm,highResistanceMohm,highLogSpread
strong,10,0.5,0.3
weak,20,0.04,0.6`;
  const given = {
    ...open,
    condition: 'weak',
    flipPlusToMinus: 0,
    flipMinusToPlus: 0,
    writeEnergyFj: 1,
    writeVoltageV: 1,
    readVoltageV: 0.2,
  };

  it('has them where a state has a column; voltage must, the other spread may be given', async () => {
    expect((await memory(text, given)).conductance).toEqual({
      onUs: 50,
      offUs: 25,
      onLogSigma: 0,
      offLogSigma: 0.6,
      stuckOnProbability: 0,
      stuckOffProbability: 0,
      readVoltageV: 0.2,
    });
    const parameters = deviceFromTable(text, 'x').parameters;
    expect(parameters.readVoltageV?.default).toBeUndefined();
    expect(parameters.lowLogSpread?.default).toBe(0);
    expect(parameters).not.toHaveProperty('highLogSpread');
    await expect(memory(text, { ...given, readVoltageV: undefined })).rejects.toMatchObject({
      code: 'PARAMETER_MISSING',
    });
  });

  it('says nothing of them otherwise, and asks for nothing', async () => {
    expect((await memory(table, { ...open, condition: 'strong' })).conductance).toBe('unknown');
    expect(device.parameters).not.toHaveProperty('readVoltageV');
    expect(device.capabilities).toEqual({ conductance: 'unknown' });
    expect(deviceFromTable(text, 'x').capabilities).toEqual({});
  });

  it('refuses inverted states, in a row or with a parameter', async () => {
    expect(() => deviceFromTable(text.replace('0.04', '0.02'), 'x')).toThrow(
      /Line 3 of "x.csv" gives highResistanceMohm the value "0.02".*above the low resistance, 20 kΩ/s,
    );
    const half = 'condition,highResistanceKohm\nweak,50';
    const inverted = { ...given, lowResistanceKohm: 60 };
    await expect(memory(half, inverted)).rejects.toMatchObject({ code: 'DEVICE_RESISTANCE_INVERTED' });
    expect((await memory(half, { ...inverted, lowResistanceKohm: 5 })).conductance).toMatchObject({
      offUs: 20,
    });
  });
});

describeDevice(
  deviceFromTable('condition,lowResistanceKohm,highResistanceKohm,stuckOnProbability\na,1,2,0.1', 'analog'),
);

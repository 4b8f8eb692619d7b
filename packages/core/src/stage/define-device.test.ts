import { describe, expect, it } from 'vitest';
import { quantity } from '../parameters/quantity.ts';
import { bareServices } from './bare-services.ts';
import { defineDevice, deviceColumns } from './define-device.ts';

const memory = {
  faults: { plusToMinus: 0.01, minusToPlus: 0.02 },
  cell: {
    nodeNm: 28,
    supplyV: 0.9,
    areaUm2PerBit: 0.3,
    aspectRatio: 1,
    sensing: 'differential',
    standbyPowerNwPerBit: 0,
  },
  read: { energyFjPerBit: 1, latencyNs: 2 },
  write: { energyFjPerBit: 40, latencyNs: 5, voltageV: 1.5 },
} as const;

const device = defineDevice({
  name: 'device-x',
  version: 3,
  doc: 'a technology',
  parameters: { factor: quantity('1', 0, 10, 'scales the write energy') },
  source: { cite: 'Bitfront', where: 'test', how: 'assumed', residual: 'exact' },
  capabilities: { volatile: false },
  model: ({ factor }) => ({
    ...memory,
    write: { ...memory.write, energyFjPerBit: factor * memory.write.energyFjPerBit },
  }),
});

const context = {
  random: () => {
    throw new TypeError('a device draws nothing');
  },
  signal: new AbortController().signal,
  progress: () => undefined,
  host: { dataFolders: [] },
  ...bareServices,
};

describe('defineDevice', () => {
  it('makes a light stage without inputs that gives a memory', () => {
    expect(device).toMatchObject({
      name: 'device-x',
      version: 3,
      needs: {},
      gives: 'memory',
      weight: 'light',
      capabilities: { volatile: false },
    });
    expect(device).not.toHaveProperty('model');
    expect(Object.isFrozen(device)).toBe(true);
  });

  it('derives the row from the figures, with exactly the columns that it declares', async () => {
    const artifact = await device.run({}, { factor: 2 }, context);
    expect(artifact.row).toEqual({
      flipPlusToMinus: 0.01,
      flipMinusToPlus: 0.02,
      cellAreaUm2PerBit: 0.3,
      writeEnergyFjPerBit: 80,
      enduranceCycles: '',
    });
    expect(Object.keys(artifact.row)).toEqual(Object.keys(deviceColumns));
    expect(artifact).toMatchObject({ ...memory, write: { energyFjPerBit: 80 } });
  });
});

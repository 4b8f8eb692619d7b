import { describeDevice, runCase } from '@bitfront/testkit';
import { expect, it } from 'vitest';
import device from './plugin.ts';

describeDevice(device);

it('reads a bit for 0.2 V · 10 µA · 5 ns = 10 fJ', async () => {
  const parameters = {
    nodeNm: 22,
    supplyV: 0.9,
    cellAreaUm2: 0.05,
    readVoltageV: 0.2,
    readCurrentUa: 10,
    readTimeNs: 5,
    writeEnergyFjPerBit: 1000,
    writeTimeNs: 50,
    writeVoltageV: 1.8,
    bitErrorRate: 1e-4,
  };
  const { artifact } = await runCase(device, { name: 'golden', parameters, inputs: {} });
  expect(artifact.read).toEqual({ energyFjPerBit: 10, latencyNs: 5 });
});

import { quantity } from '@bitfront/core';

/** How a resistive memory is read and programmed: voltages, times, energies. */
export const setAndReset = {
  readVoltageV: quantity('V', 0.01, 3, 'voltage across a branch at a read'),
  readTimeNs: quantity('ns', 0.01, 1000, 'time that it is applied'),
  setEnergyPj: quantity('pJ', 0.0001, 100_000, 'energy of a set'),
  resetEnergyPj: quantity('pJ', 0.0001, 100_000, 'energy of a reset'),
  writeVoltageV: quantity('V', 0.1, 10, 'highest programming voltage'),
  writeTimeNs: quantity('ns', 0.1, 1_000_000, 'time of a set and a reset'),
} as const;

import { defineDevice, quantity } from '@bitfront/core';

/**
 * TECHNOLOGY, AUTHOR et al., VENUE YEAR: figure or table, measured or derived, with what residual, over which range.
 * E_read = V · I · t.
 */
export default defineDevice({
  name: 'plugin-name',
  version: 1,
  doc: 'one line for bitfront list',
  parameters: {
    nodeNm: quantity('nm', 7, 180, 'process node'),
    supplyV: quantity('V', 0.3, 5, 'supply voltage'),
    cellAreaUm2: quantity('µm²', 0.0001, 10, 'area that stores one weight bit'),
    readVoltageV: quantity('V', 0.01, 5, 'voltage across the cell at a read'),
    readCurrentUa: quantity('µA', 0.001, 1000, 'current through the cell at a read'),
    readTimeNs: quantity('ns', 0.01, 1000, 'time that it flows'),
    writeEnergyFjPerBit: quantity('fJ', 0, 1e9, 'energy to program one bit'),
    writeTimeNs: quantity('ns', 0.1, 1e6, 'time to program one bit'),
    writeVoltageV: quantity('V', 0.1, 10, 'highest voltage at a write'),
    bitErrorRate: quantity('1', 0, 0.5, 'probability that a stored bit reads wrongly, both ways'),
  },
  source: {
    cite: 'author, title, venue, year, identifier',
    where: 'figure or table',
    how: 'assumed',
    residual: 'unknown',
    assumed: ['errors are equally likely both ways'],
  },
  model: (p) => ({
    faults: { plusToMinus: p.bitErrorRate, minusToPlus: p.bitErrorRate },
    cell: {
      nodeNm: p.nodeNm,
      supplyV: p.supplyV,
      areaUm2PerBit: p.cellAreaUm2,
      aspectRatio: 1,
      sensing: 'single-ended',
      standbyPowerNwPerBit: 0,
    },
    // V · µA · ns = fJ
    read: { energyFjPerBit: p.readVoltageV * p.readCurrentUa * p.readTimeNs, latencyNs: p.readTimeNs },
    write: { energyFjPerBit: p.writeEnergyFjPerBit, latencyNs: p.writeTimeNs, voltageV: p.writeVoltageV },
  }),
});

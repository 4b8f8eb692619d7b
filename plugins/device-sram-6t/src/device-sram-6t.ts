import { defineDevice, quantity } from '@bitfront/core';
import { sramConductance, sramVariation } from '@bitfront/memory-parameters';

const area = {
  cite: 'NeuroSim V1.4 output: 128 x 128 cells at 22 nm take 2220 um2',
  how: 'derived',
} as const;
const square = { cite: 'a square cell: only lengths of wires depend on it', how: 'assumed' } as const;

/**
 * A 6T SRAM cell, read by a latch on its bit-line pair. One bit line swings by `readSwingV` at a read and fully at a
 * write: E_read = rows · C · Vdd · swing, E_write = rows · C · Vdd², with C the capacitance that one cell adds to a line.
 * In an analog column it conducts through access and pull-down transistor, or leaks, at the nominal supply of the node.
 */
export default defineDevice({
  name: 'device-sram-6t',
  version: 1,
  doc: '6T SRAM cell with bit-line energies from capacitance and swing',
  parameters: {
    nodeNm: quantity('nm', 22, 180, 'process node'),
    supplyV: quantity('V', 0.3, 3.3, 'supply voltage'),
    cellAreaF2: quantity('F²', 80, 500, 'cell area in squares of the node', {
      default: 280,
      provenance: area,
    }),
    aspectRatio: quantity('1', 0.2, 5, 'width / height of a cell', { default: 1, provenance: square }),
    bitLineRows: quantity('1', 1, 4096, 'cells on one bit line'),
    bitLineFfPerCell: quantity('fF', 0.01, 10, 'wire and drain capacitance that a cell adds to a bit line'),
    readSwingV: quantity('V', 0.02, 3.3, 'swing of a bit line until the latch decides'),
    readTimeNs: quantity('ns', 0.01, 100, 'time of a read'),
    writeTimeNs: quantity('ns', 0.01, 100, 'time of a write'),
    standbyPowerNwPerBit: quantity('nW', 0, 1000, 'leakage of a cell'),
    ...sramVariation,
    bitErrorRate: quantity('1', 0, 0.5, 'probability that a bit is read wrongly, both ways'),
  },
  source: {
    cite: 'Bitfront; cell area from NeuroSim V1.4 (printed output); currents of transistors from CACTI 7',
    where: 'charge of one bit line',
    how: 'derived',
    residual: 'unknown: word lines and precharge control are left to the cost model',
    assumed: [
      'one bit line of the pair moves per access',
      'errors are equally likely both ways',
      'in an analog column the cell is a linear resistor',
    ],
  },
  model: ({ nodeNm, supplyV, aspectRatio, standbyPowerNwPerBit, ...p }) => {
    const lineFf = p.bitLineRows * p.bitLineFfPerCell;
    const areaUm2PerBit = (p.cellAreaF2 * nodeNm * nodeNm) / 1e6;
    const sensing = 'voltage-latch';
    const writeFj = lineFf * supplyV * supplyV;
    return {
      faults: { plusToMinus: p.bitErrorRate, minusToPlus: p.bitErrorRate },
      cell: { nodeNm, supplyV, areaUm2PerBit, aspectRatio, sensing, standbyPowerNwPerBit },
      read: { energyFjPerBit: lineFf * supplyV * p.readSwingV, latencyNs: p.readTimeNs },
      write: { energyFjPerBit: writeFj, latencyNs: p.writeTimeNs, voltageV: supplyV },
      conductance: sramConductance({ ...p, nodeNm, supplyV }),
    };
  },
});

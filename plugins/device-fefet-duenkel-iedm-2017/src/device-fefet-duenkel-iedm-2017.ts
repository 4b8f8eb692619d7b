import { defineDevice, quantity } from '@bitfront/core';
import { normalTail } from '@bitfront/math';
import { cellVariation } from '@bitfront/memory-parameters';
import { conductances, endurance, logGap } from '@bitfront/memory-physics';

const plugin = 'device-fefet-duenkel-iedm-2017';
const abstract = { cite: 'S. Dünkel et al., IEDM 2017, abstract', how: 'measured' } as const;
const square = { cite: 'a square cell: only lengths of wires depend on it', how: 'assumed' } as const;

/**
 * A ferroelectric transistor, one cell per bit: polarisation moves its threshold by the memory window MW. With thresholds
 * normal around both ends, of deviation σ, and a gate voltage in the middle, P(low reads high) = P(high reads low) =
 * Q(MW / 2σ). E_read = V²·t·½(1/R_L + 1/R_H), with V between drain and source, at the medians.
 */
export default defineDevice({
  name: plugin,
  version: 1,
  doc: 'ferroelectric transistor in 22 nm FDSOI, window, area, pulse and endurance as published',
  parameters: {
    nodeNm: quantity('nm', 22, 28, 'process node', { default: 22, provenance: abstract }),
    supplyV: quantity('V', 0.3, 5, 'supply voltage'),
    cellAreaUm2: quantity('µm²', 0.01, 1, 'area of a cell', { default: 0.025, provenance: abstract }),
    aspectRatio: quantity('1', 0.1, 10, 'width / height of a cell', { default: 1, provenance: square }),
    memoryWindowV: quantity('V', 0.1, 5, 'MW', { default: 1.5, provenance: abstract }),
    thresholdSpreadV: quantity('V', 0.01, 2, 'σ, standard deviation of the threshold in either state'),
    lowResistanceKohm: quantity('kΩ', 0.1, 1e5, 'median of the low resistance, drain to source, at a read'),
    highResistanceKohm: quantity('kΩ', 0.1, 1e9, 'median of the high resistance'),
    ...cellVariation,
    readVoltageV: quantity('V', 0.01, 3, 'voltage between drain and source at a read'),
    readTimeNs: quantity('ns', 0.01, 1000, 'time that it is applied'),
    writeVoltageV: quantity('V', 1, 10, 'gate voltage of a pulse', { default: 4.2, provenance: abstract }),
    writeTimeNs: quantity('ns', 1, 1e6, 'length of a pulse', { default: 10, provenance: abstract }),
    writeEnergyFj: quantity('fJ', 0.001, 1e6, 'energy of a write'),
    enduranceCycles: quantity('cycles', 1, 1e18, 'writes survived', { default: 1e5, provenance: abstract }),
  },
  source: {
    cite: 'S. Dünkel et al., "A FeFET based super-low-power ultra-fast embedded NVM technology for 22nm FDSOI and beyond", IEDM 2017, doi 10.1109/IEDM.2017.8268425',
    where:
      'abstract: 0.025 µm², 1.5 V, "10 ns range" at 4.2 V, up to 1e5 cycles; the error formula is our own',
    how: 'derived',
    residual: 'unknown: spreads, currents and energies are not in the abstract',
    assumed: ['normal thresholds', 'a gate voltage in the middle of the window', 'no retention loss'],
  },
  model: ({ nodeNm, supplyV, aspectRatio, readTimeNs, ...p }) => {
    logGap(plugin, p.lowResistanceKohm, p.highResistanceKohm);
    const errors = normalTail(p.memoryWindowV / (2 * p.thresholdSpreadV));
    const meanMs = 0.5 / p.lowResistanceKohm + 0.5 / p.highResistanceKohm;
    const readFj = 1000 * meanMs * p.readVoltageV * p.readVoltageV * readTimeNs;
    const place = { nodeNm, supplyV, areaUm2PerBit: p.cellAreaUm2, aspectRatio };
    const time = { latencyNs: p.writeTimeNs, voltageV: p.writeVoltageV };
    return {
      faults: { plusToMinus: errors, minusToPlus: errors },
      cell: { ...place, sensing: 'single-ended', standbyPowerNwPerBit: 0 },
      read: { energyFjPerBit: readFj, latencyNs: readTimeNs },
      write: { energyFjPerBit: p.writeEnergyFj, ...time, ...endurance(p.enduranceCycles) },
      conductance: conductances(p),
    };
  },
});

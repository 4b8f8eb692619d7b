import { defineDevice, quantity } from '@bitfront/core';
import { bitfrontError } from '@bitfront/errors';
import { log, normalTail } from '@bitfront/math';

const layout = {
  cite: 'default 1T1R cell of the field, 4 F by 12 F (NeuroSim V1.4)',
  how: 'assumed',
} as const;

/**
 * Differential 2T2R cell: two resistors in opposite states, compared. With ln R_L ~ N(µ_L, σ_L²), ln R_H ~ N(µ_H, σ_H²)
 * and an offset of deviation s, averaged over comparators: BER = Q((µ_H − µ_L) / √(σ_L² + σ_H² + s²)).
 * E_read = V²·t·(1/R_L + 1/R_H) at the medians; E_write = E_set + E_reset: each write sets one, resets the other.
 */
export default defineDevice({
  name: 'device-rram-2t2r-lognormal',
  version: 1,
  doc: 'differential 2T2R resistive memory with log-normal resistances',
  parameters: {
    nodeNm: quantity('nm', 7, 180, 'process node'),
    supplyV: quantity('V', 0.3, 5, 'supply voltage'),
    cellAreaF2: quantity('F²', 4, 500, 'one 1T1R branch', { default: 48, provenance: layout }),
    aspectRatio: quantity('1', 0.1, 10, 'width / height of a bit', { default: 6, provenance: layout }),
    lowResistanceKohm: quantity('kΩ', 0.1, 10_000, 'median of the low resistance'),
    highResistanceKohm: quantity('kΩ', 0.1, 1_000_000, 'median of the high resistance'),
    lowLogSpread: quantity('1', 0.01, 3, 'standard deviation of ln R, low state'),
    highLogSpread: quantity('1', 0.01, 3, 'standard deviation of ln R, high state'),
    comparatorLogOffset: quantity('1', 0, 3, 'standard deviation of the offset, in ln R; 0 for ideal'),
    readVoltageV: quantity('V', 0.01, 3, 'voltage across both branches'),
    readTimeNs: quantity('ns', 0.01, 1000, 'time that it is applied'),
    setEnergyPj: quantity('pJ', 0.0001, 100_000, 'energy of a set'),
    resetEnergyPj: quantity('pJ', 0.0001, 100_000, 'energy of a reset'),
    writeVoltageV: quantity('V', 0.1, 10, 'highest programming voltage'),
    writeTimeNs: quantity('ns', 0.1, 1_000_000, 'time of a set and a reset'),
  },
  source: {
    cite: 'M. Bocquet et al., IEDM 2018, arXiv 1902.02528; T. Hirtzlin et al., Front. Neurosci. 13 (2020) 1383',
    where: 'the differential cell of the abstracts; the closed form of its errors is our own',
    how: 'derived',
    residual: 'unknown: measured distributions are not public; the closed form meets 2e7 random draws',
    assumed: ['log-normal resistances', 'errors independent along a column', 'branches lie end to end'],
  },
  model: ({ nodeNm, supplyV, aspectRatio, ...p }) => {
    const [lowKohm, highKohm] = [p.lowResistanceKohm, p.highResistanceKohm];
    const plugin = 'device-rram-2t2r-lognormal';
    if (highKohm <= lowKohm) throw bitfrontError('DEVICE_RESISTANCE_INVERTED', { plugin, highKohm, lowKohm });
    const offset = p.comparatorLogOffset * p.comparatorLogOffset;
    const variance = p.lowLogSpread * p.lowLogSpread + p.highLogSpread * p.highLogSpread + offset;
    const errors = normalTail(log(highKohm / lowKohm) / Math.sqrt(variance));
    const areaUm2PerBit = (2 * p.cellAreaF2 * nodeNm * nodeNm) / 1e6;
    const readPj = p.readVoltageV * p.readVoltageV * p.readTimeNs * (1 / lowKohm + 1 / highKohm);
    const writeFj = 1000 * (p.setEnergyPj + p.resetEnergyPj);
    return {
      faults: { plusToMinus: errors, minusToPlus: errors },
      cell: { nodeNm, supplyV, areaUm2PerBit, aspectRatio, sensing: 'differential', standbyPowerNwPerBit: 0 },
      read: { energyFjPerBit: 1000 * readPj, latencyNs: p.readTimeNs },
      write: { energyFjPerBit: writeFj, latencyNs: p.writeTimeNs, voltageV: p.writeVoltageV },
    };
  },
});

import { defineDevice, quantity } from '@bitfront/core';
import {
  enduranceCycles,
  logNormalResistances,
  pairLayout,
  setAndReset,
  stuckCells,
} from '@bitfront/memory-parameters';
import { conductances, differentialReadErrors, endurance, logGap } from '@bitfront/memory-physics';

const plugin = 'device-rram-2t2r-lognormal';
const none = { cite: 'offsets of no common sign', how: 'assumed' } as const;

/**
 * Differential 2T2R cell: two resistors in opposite states, compared. With ln R_L ~ N(µ_L, σ_L²), ln R_H ~ N(µ_H, σ_H²),
 * d = µ_H − µ_L, and comparators whose offsets have the mean δ, towards +1, and the deviation s:
 * BER = Q((d ± δ) / √(σ_L² + σ_H² + s²)), with + for +1 → −1. One given amplifier has s = 0 and its own δ.
 * E_read = V²·t·(1/R_L + 1/R_H) at the medians; E_write = E_set + E_reset: each write sets one, resets the other.
 */
export default defineDevice({
  name: plugin,
  version: 1,
  doc: 'differential 2T2R resistive memory with log-normal resistances',
  parameters: {
    nodeNm: quantity('nm', 7, 180, 'process node'),
    supplyV: quantity('V', 0.3, 5, 'supply voltage'),
    ...pairLayout,
    ...logNormalResistances,
    fixedLogOffset: quantity('1', -3, 3, 'δ, mean offset, in ln R', { default: 0, provenance: none }),
    ...setAndReset,
    ...stuckCells,
    enduranceCycles,
  },
  source: {
    cite: 'M. Bocquet et al., IEDM 2018, arXiv 1902.02528; T. Hirtzlin et al., Front. Neurosci. 13 (2020) 1383',
    where: 'the differential cell of the abstracts; the closed form of its errors is our own',
    how: 'derived',
    residual: 'unknown: measured distributions are not public; the closed form meets 2e7 random draws',
    assumed: ['log-normal resistances', 'errors independent along a column', 'branches lie end to end'],
  },
  model: ({ nodeNm, supplyV, aspectRatio, fixedLogOffset, ...p }) => {
    const [lowKohm, highKohm] = [p.lowResistanceKohm, p.highResistanceKohm];
    const states = { ...p, logGap: logGap(plugin, lowKohm, highKohm) };
    const areaUm2PerBit = (2 * p.cellAreaF2 * nodeNm * nodeNm) / 1e6;
    const readPj = p.readVoltageV * p.readVoltageV * p.readTimeNs * (1 / lowKohm + 1 / highKohm);
    const write = { energyFjPerBit: 1000 * (p.setEnergyPj + p.resetEnergyPj), latencyNs: p.writeTimeNs };
    return {
      faults: differentialReadErrors(states, fixedLogOffset),
      cell: { nodeNm, supplyV, areaUm2PerBit, aspectRatio, sensing: 'differential', standbyPowerNwPerBit: 0 },
      read: { energyFjPerBit: 1000 * readPj, latencyNs: p.readTimeNs },
      // Of one of the two branches.
      conductance: conductances(p),
      write: { ...write, voltageV: p.writeVoltageV, ...endurance(p.enduranceCycles) },
    };
  },
});

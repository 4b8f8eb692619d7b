import { choice, defineDevice, quantity } from '@bitfront/core';
import * as shared from '@bitfront/memory-parameters';
import * as physics from '@bitfront/memory-physics';

const plugin = 'device-rram-1t1r-lognormal';
const unused = { cite: 'not used unless reference is given', how: 'derived' } as const;

/**
 * A 1T1R cell compared with a reference. With ln R_L ~ N(µ_L, σ_L²), ln R_H ~ N(µ_H, σ_H²), d = µ_H − µ_L, an offset of
 * deviation s and a² = σ_L² + s², b² = σ_H² + s²: P(low reads high) = Q((ln R_ref − µ_L)/a), P(high reads low) =
 * Q((µ_H − ln R_ref)/b), both Q(d/(a + b)) at ln R_ref = (b·µ_L + a·µ_H)/(a + b), `equal-error`.
 * E_read = V²·t·½(1/R_L + 1/R_H) at the medians; E_write = ½(E_set + E_reset), for as many +1 as −1.
 */
export default defineDevice({
  name: plugin,
  version: 1,
  doc: 'single-ended 1T1R resistive memory with log-normal resistances and a reference',
  parameters: {
    nodeNm: quantity('nm', 7, 180, 'process node'),
    supplyV: quantity('V', 0.3, 5, 'supply voltage'),
    ...shared.branchLayout,
    plusOneState: choice(['low-resistance', 'high-resistance'], 'the state that stores +1'),
    ...shared.logNormalResistances,
    reference: choice(['equal-error', 'midpoint', 'given'], 'where R_ref lies; midpoint of ln R'),
    referenceKohm: quantity('kΩ', 0, 1e6, 'R_ref, if given', { default: 0, provenance: unused }),
    ...shared.setAndReset,
    ...shared.stuckCells,
    enduranceCycles: shared.enduranceCycles,
  },
  source: {
    cite: 'Bitfront; equal-error reference without offset as in the 1T1R comparison of arXiv 1902.02528',
    where: 'tails of two normal variables at a threshold',
    how: 'derived',
    residual: 'exact for log-normal resistances and a normal offset; measured distributions are not public',
    assumed: ['log-normal resistances', 'an exact reference', 'as many +1 as -1 are stored'],
  },
  model: ({ nodeNm, supplyV, aspectRatio, reference, ...p }) => {
    const [lowKohm, highKohm] = [p.lowResistanceKohm, p.highResistanceKohm];
    const states = { ...p, logGap: physics.logGap(plugin, lowKohm, highKohm) };
    const place =
      reference === 'given' ? physics.givenReference(plugin, p.referenceKohm, lowKohm, highKohm) : reference;
    const { lowReadsHigh: low, highReadsLow: high } = physics.referenceReadErrors(states, place);
    const [plusToMinus, minusToPlus] = p.plusOneState === 'low-resistance' ? [low, high] : [high, low];
    const areaUm2PerBit = (p.cellAreaF2 * nodeNm * nodeNm) / 1e6;
    const readPj = p.readVoltageV * p.readVoltageV * p.readTimeNs * 0.5 * (1 / lowKohm + 1 / highKohm);
    const write = { energyFjPerBit: 500 * (p.setEnergyPj + p.resetEnergyPj), latencyNs: p.writeTimeNs };
    return {
      faults: { plusToMinus, minusToPlus },
      cell: { nodeNm, supplyV, areaUm2PerBit, aspectRatio, sensing: 'single-ended', standbyPowerNwPerBit: 0 },
      read: { energyFjPerBit: 1000 * readPj, latencyNs: p.readTimeNs },
      conductance: physics.conductances(p),
      write: { ...write, voltageV: p.writeVoltageV, ...physics.endurance(p.enduranceCycles) },
    };
  },
});

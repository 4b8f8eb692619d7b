import { choice, defineDevice, quantity } from '@bitfront/core';
import { exp, expm1 } from '@bitfront/math';

/**
 * Spin-torque MRAM, one cell per bit, written by a pulse of i = I/I_c0 and length t. Perpendicular macrospin, i > 1:
 * WER = 1 − exp(−(π²Δ/4)(i − 1) / (i·e^{2τ(i−1)} − 1)), τ = αγµ₀H_k·t / (1 + α²). E_write = V·i·I_c0·t.
 * A failed write leaves the old bit. `worst-case`: every bit must change; `random-old-data`: half of them; `after-reset`:
 * an equal pulse first brings all bits to −1 (half of the old ones are +1), then +1, half of the bits, is written.
 */
export default defineDevice({
  name: 'device-stt-mram',
  version: 1,
  doc: 'spin-torque MRAM whose write errors and energy follow from the write pulse',
  parameters: {
    nodeNm: quantity('nm', 7, 180, 'process node'),
    supplyV: quantity('V', 0.3, 5, 'supply voltage'),
    cellAreaF2: quantity('F²', 6, 200, 'cell area; published cells span 14 to 75 (NVMExplorer)'),
    thermalStability: quantity('1', 20, 120, 'Δ, energy barrier over kT'),
    overdrive: quantity('1', 1.05, 4, 'i, write current over critical current'),
    writePulseNs: quantity('ns', 0.1, 200, 't, length of a write pulse'),
    criticalCurrentUa: quantity('µA', 0.1, 1000, 'I_c0, the same in both directions'),
    writeVoltageV: quantity('V', 0.05, 5, 'voltage across cell and access transistor at a write'),
    damping: quantity('1', 0.001, 0.1, 'α, Gilbert damping'),
    anisotropyFieldT: quantity('T', 0.05, 3, 'µ₀·H_k, effective anisotropy field'),
    writing: choice(['worst-case', 'random-old-data', 'after-reset'], 'what a failed write leaves behind'),
    parallelKohm: quantity('kΩ', 0.1, 1000, 'resistance of the parallel state'),
    magnetoresistance: quantity('1', 0.1, 10, 'TMR, (R_AP − R_P) / R_P'),
    readVoltageV: quantity('V', 0.01, 1, 'read voltage across the cell'),
    readTimeNs: quantity('ns', 0.01, 100, 'time that it is applied'),
  },
  source: {
    cite: 'W. H. Butler et al., arXiv 1202.2621; used after T. Hirtzlin et al., NANOARCH 2019, arXiv 1908.04085',
    where: 'write error rate over the critical current: recalled, not checked against the text',
    how: 'assumed',
    residual: 'unknown: non-linear drift changes π²/4 to 0.95, 1.59, 2.31 at i = 1.5, 2, 3',
    assumed: ['the write error formula', 'reads are never wrong', 'square cell', 'reset = write pulse'],
  },
  model: ({ nodeNm, supplyV, writeVoltageV, readTimeNs, writing, ...p }) => {
    // Gyromagnetic ratio of the electron, 176.085962784 rad/(ns·T): CODATA 2022. 2.4674… is π²/4.
    const perNs = (p.damping * 176.085962784 * p.anisotropyFieldT) / (1 + p.damping * p.damping);
    const growth = p.overdrive * exp(2 * perNs * p.writePulseNs * (p.overdrive - 1)) - 1;
    const fails = -expm1((-2.4674011002723395 * p.thermalStability * (p.overdrive - 1)) / growth);
    const plusToMinus = writing === 'random-old-data' ? fails / 2 : fails;
    const minusToPlus = writing === 'worst-case' ? fails : fails / 2;
    const reset = writing === 'after-reset';
    const pulseFj = writeVoltageV * p.overdrive * p.criticalCurrentUa * p.writePulseNs;
    const [writeFj, writeNs] = reset ? [1.5 * pulseFj, 2 * p.writePulseNs] : [pulseFj, p.writePulseNs];
    const meanMs = (0.5 + 0.5 / (1 + p.magnetoresistance)) / p.parallelKohm;
    const readFj = 1000 * meanMs * p.readVoltageV * p.readVoltageV * readTimeNs;
    const place = { nodeNm, supplyV, areaUm2PerBit: (p.cellAreaF2 * nodeNm * nodeNm) / 1e6, aspectRatio: 1 };
    return {
      faults: { plusToMinus, minusToPlus },
      cell: { ...place, sensing: 'single-ended', standbyPowerNwPerBit: 0 },
      read: { energyFjPerBit: readFj, latencyNs: readTimeNs },
      write: { energyFjPerBit: writeFj, latencyNs: writeNs, voltageV: writeVoltageV },
    };
  },
});

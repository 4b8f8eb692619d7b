import { choice, defineDevice, quantity } from '@bitfront/core';
import { cellVariation, enduranceCycles, magneticStorage } from '@bitfront/memory-parameters';
import * as physics from '@bitfront/memory-physics';

const symmetric = { default: 1, provenance: { cite: 'the same both ways', how: 'assumed' } } as const;

/**
 * Spin-torque MRAM, one cell per bit, written by a pulse of i = I/I_c0 and length t: E_write = V·i·I_c0·t, and half of that
 * more with a reset. Its bits are wrong by writing, then storage, then reads: formulas in @bitfront/memory-physics.
 */
export default defineDevice({
  name: 'device-stt-mram',
  version: 1,
  doc: 'spin-torque MRAM whose errors and energy follow from write pulse, storage and reads',
  parameters: {
    nodeNm: quantity('nm', 7, 180, 'process node'),
    supplyV: quantity('V', 0.3, 5, 'supply voltage'),
    cellAreaF2: quantity('F²', 6, 200, 'cell area; published cells span 14 to 75 (NVMExplorer)'),
    thermalStability: quantity('1', 20, 120, 'Δ, energy barrier over kT'),
    overdrive: quantity('1', 1.05, 4, 'i, write current over critical current of P to AP'),
    writePulseNs: quantity('ns', 0.1, 200, 't, length of a write pulse'),
    criticalCurrentUa: quantity('µA', 0.1, 1000, 'I_c0 of P to AP'),
    criticalCurrentRatio: quantity('1', 0.2, 5, 'I_c0 of AP to P over I_c0 of P to AP', symmetric),
    plusOneState: choice(['antiparallel', 'parallel'], 'the state that stores +1', 'antiparallel'),
    writeVoltageV: quantity('V', 0.05, 5, 'voltage across cell and access transistor at a write'),
    damping: quantity('1', 0.001, 0.1, 'α, Gilbert damping'),
    anisotropyFieldT: quantity('T', 0.05, 3, 'µ₀·H_k, effective anisotropy field'),
    writing: choice(['worst-case', 'random-old-data', 'after-reset'], 'what a failed write leaves behind'),
    parallelKohm: quantity('kΩ', 0.1, 1000, 'resistance of the parallel state'),
    magnetoresistance: quantity('1', 0.1, 10, 'TMR, (R_AP − R_P) / R_P'),
    readVoltageV: quantity('V', 0.01, 1, 'read voltage across the cell'),
    readTimeNs: quantity('ns', 0.01, 100, 'time that it is applied'),
    ...magneticStorage,
    ...cellVariation,
    enduranceCycles,
  },
  source: {
    cite: 'W. H. Butler et al., arXiv 1202.2621; used after T. Hirtzlin et al., NANOARCH 2019, arXiv 1908.04085',
    where: 'write errors, retention, read disturb: recalled, not checked against the texts',
    how: 'assumed',
    residual: 'unknown: non-linear drift changes π²/4 to 0.95, 1.59, 2.31 at i = 1.5, 2, 3',
    assumed: ['the error formulas', 'sensing is never wrong', 'square cell', 'reset = write pulse'],
  },
  model: ({ nodeNm, supplyV, writeVoltageV, readTimeNs, ...p }) => {
    const faults = physics.spinTorqueFlips('device-stt-mram', { ...p, readTimeNs }, [1.05, 4]);
    const [pulses, steps] = p.writing === 'after-reset' ? [1.5, 2] : [1, 1];
    const pulseFj = writeVoltageV * p.overdrive * p.criticalCurrentUa * p.writePulseNs;
    const meanMs = (0.5 + 0.5 / (1 + p.magnetoresistance)) / p.parallelKohm;
    const readFj = 1000 * meanMs * p.readVoltageV * p.readVoltageV * readTimeNs;
    const place = { nodeNm, supplyV, areaUm2PerBit: (p.cellAreaF2 * nodeNm * nodeNm) / 1e6, aspectRatio: 1 };
    const time = { latencyNs: steps * p.writePulseNs, voltageV: writeVoltageV };
    return {
      faults,
      cell: { ...place, sensing: 'single-ended', standbyPowerNwPerBit: 0 },
      read: { energyFjPerBit: readFj, latencyNs: readTimeNs },
      conductance: physics.tunnelConductances(p),
      write: { energyFjPerBit: pulses * pulseFj, ...time, ...physics.endurance(p.enduranceCycles) },
    };
  },
});

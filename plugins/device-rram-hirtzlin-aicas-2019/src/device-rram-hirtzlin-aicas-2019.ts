import { defineDevice, quantity } from '@bitfront/core';
import { branchLayout, enduranceCycles } from '@bitfront/memory-parameters';
import { endurance } from '@bitfront/memory-physics';
import { log, pow } from '@bitfront/math';

/** E0, not published. 1e-4 is what a standard network tolerates, taken as the bit error rate of this condition. */
const reference = { relativeEnergy: 1, bitErrorRate: 1e-4 };
/** E0 / 30 is the saving of the abstract; up to 3.3 % is what arXiv 2002.00909 quotes of the low-power condition. */
const lowPower = { relativeEnergy: 1 / 30, bitErrorRate: 3.3e-2 };
const decadesPerDecade = log(lowPower.bitErrorRate / reference.bitErrorRate) / log(lowPower.relativeEnergy);

/**
 * The two programming conditions of a 1T1R hafnium-oxide memory that can be placed, and a straight line between them:
 * log BER = log BER₀ + log(E / E0) · log(BER₃₀ / BER₀) / log(1 / 30). conditions.csv has the same points, for `--plugin`.
 */
export default defineDevice({
  name: 'device-rram-hirtzlin-aicas-2019',
  version: 1,
  doc: 'hafnium-oxide 1T1R memory, bit errors against programming energy, from two published points',
  parameters: {
    nodeNm: quantity('nm', 7, 180, 'process node'),
    supplyV: quantity('V', 0.3, 5, 'supply voltage'),
    ...branchLayout,
    referenceWriteEnergyPj: quantity('pJ', 0.0001, 1e6, 'E0 of a bit at the reference condition'),
    relativeEnergy: quantity('1', lowPower.relativeEnergy, 1, 'E / E0 of programming; 1/30 is low-power'),
    readEnergyFj: quantity('fJ', 0, 1e6, 'energy to read one bit'),
    readTimeNs: quantity('ns', 0.01, 1000, 'time of a read'),
    writeVoltageV: quantity('V', 0.1, 10, 'highest programming voltage'),
    writeTimeNs: quantity('ns', 0.1, 1_000_000, 'time of a write'),
    enduranceCycles,
  },
  source: {
    cite: 'T. Hirtzlin et al., AICAS 2019, arXiv 1904.03652; bit error rate of 3.3 % quoted by arXiv 2002.00909',
    where: 'abstracts: bit error rates of 1e-4 and up to 3.3 %, programming energy reduced 30 times',
    how: 'assumed',
    residual: 'unknown: which energy belongs to which error rate is inferred, and only two points are known',
    assumed: [
      'the reference condition has a bit error rate of 1e-4, which is an upper end',
      'the 30 times lower energy belongs to the bit error rate of 3.3 %, which is an upper end',
      'log-log interpolation between the two points; errors equally likely both ways',
    ],
  },
  capabilities: { conductance: 'unknown' },
  model: ({ nodeNm, supplyV, aspectRatio, relativeEnergy, ...p }) => {
    const errors = reference.bitErrorRate * pow(relativeEnergy, decadesPerDecade);
    const areaUm2PerBit = (p.cellAreaF2 * nodeNm * nodeNm) / 1e6;
    const writeFj = 1000 * p.referenceWriteEnergyPj * relativeEnergy;
    const time = { latencyNs: p.writeTimeNs, voltageV: p.writeVoltageV };
    return {
      faults: { plusToMinus: errors, minusToPlus: errors },
      cell: { nodeNm, supplyV, areaUm2PerBit, aspectRatio, sensing: 'single-ended', standbyPowerNwPerBit: 0 },
      read: { energyFjPerBit: p.readEnergyFj, latencyNs: p.readTimeNs },
      write: { energyFjPerBit: writeFj, ...time, ...endurance(p.enduranceCycles) },
    };
  },
});

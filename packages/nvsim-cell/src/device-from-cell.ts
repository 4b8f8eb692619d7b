import {
  type CellConductance,
  defineDevice,
  type Parameter,
  type ParameterSchema,
  quantity,
  type Stage,
  textHash,
} from '@bitfront/core';
import { cellVariation } from '@bitfront/memory-parameters';
import { conductances } from '@bitfront/memory-physics';
import { type CellFigures, figuresOfCell } from './cell-figures.ts';
import { parseCell } from './parse-cell.ts';

/**
 * Makes a memory technology of the text of a .cell file. Area and the figures of reading and writing come from the file;
 * node, supply and flip probabilities must be given, and so must every figure that the file does not determine: it
 * becomes a parameter without default (sample files of NVSim, for one, name no read time).
 * @param name the plugin's name, usually the file's without `.cell`
 * @throws CELL_LINE_INVALID, CELL_KEY_UNKNOWN, CELL_UNIT_INVALID, CELL_VALUE_INVALID, CELL_FIELD_MISSING
 */
export function deviceFromCell(
  text: string,
  name: string,
): Stage<Record<never, never>, 'memory', ParameterSchema> {
  const cell = parseCell(text, `${name}.cell`);
  const figures = figuresOfCell(cell, 1, `${name}.cell`);
  const volatile = cell.MemCellType === 'SRAM';
  const schema: ParameterSchema = {
    ...always,
    ...(volatile
      ? { standbyPowerNwPerBit: quantity('nW', 0, 1000, 'leakage of a cell, not in the file') }
      : {}),
    ...missing(figures),
    ...(figures.states === undefined ? {} : cellVariation),
  };
  return defineDevice({
    name,
    version: 1,
    doc: `${String(cell.MemCellType ?? 'memory')} cell of an NVSim .cell file`,
    parameters: schema,
    capabilities: figures.states === undefined ? { conductance: 'unknown' } : {},
    source: {
      cite: `file ${name}.cell, SHA-256 ${textHash(text)}`,
      where: 'NVSim syntax; who measured or assumed its numbers is not part of the format',
      how: 'assumed',
      residual: 'unknown',
      assumed: [
        'all figures of the file',
        'half of the written bits are set, half reset',
        'no endurance is given',
        ...(figures.states === undefined
          ? []
          : ['no spread of resistances and no stuck cells, unless given']),
      ],
    },
    model: (parameters) => {
      const given = parameters as Readonly<Record<string, number>>;
      const {
        nodeNm = 0,
        supplyV = 0,
        flipPlusToMinus = 0,
        flipMinusToPlus = 0,
        standbyPowerNwPerBit = 0,
      } = given;
      const { readPowerUw = 0, states, ...found } = figuresOfCell(cell, supplyV, name);
      const { readTimeNs = 0 } = { ...given, ...found };
      const powered = readPowerUw * readTimeNs;
      const all = {
        aspectRatio: 1,
        readEnergyFj: powered,
        writeEnergyFj: 0,
        writeTimeNs: 0,
        writeVoltageV: 0,
        ...given,
        ...found,
      };
      return {
        faults: { plusToMinus: flipPlusToMinus, minusToPlus: flipMinusToPlus },
        cell: {
          nodeNm,
          supplyV,
          areaUm2PerBit: (all.areaF2 * nodeNm * nodeNm) / 1e6,
          aspectRatio: all.aspectRatio,
          sensing: volatile ? 'voltage-latch' : 'single-ended',
          standbyPowerNwPerBit,
        },
        read: { energyFjPerBit: all.readEnergyFj, latencyNs: readTimeNs },
        conductance: conductanceOf(states, given),
        write: { energyFjPerBit: all.writeEnergyFj, latencyNs: all.writeTimeNs, voltageV: all.writeVoltageV },
      };
    },
  });
}

/** Of both states where the file has them; their spreads are parameters, 0 unless given. */
function conductanceOf(
  states: CellFigures['states'],
  given: Readonly<Record<string, number>>,
): CellConductance {
  if (states === undefined) return 'unknown';
  const { lowLogSpread = 0, highLogSpread = 0, stuckOnProbability = 0, stuckOffProbability = 0 } = given;
  const { onOhm, offOhm, readVoltageV } = states;
  const variation = { lowLogSpread, highLogSpread, stuckOnProbability, stuckOffProbability };
  return conductances({
    ...variation,
    lowResistanceKohm: onOhm / 1000,
    highResistanceKohm: offOhm / 1000,
    readVoltageV,
  });
}

const always = {
  nodeNm: quantity('nm', 5, 250, 'process node, which the file does not name'),
  supplyV: quantity('V', 0.3, 5, 'supply voltage'),
  flipPlusToMinus: quantity('1', 0, 1, 'probability that a stored +1 reads as -1'),
  flipMinusToPlus: quantity('1', 0, 1, 'probability that a stored -1 reads as +1'),
};

/** Parameters for the figures that a file leaves open; µW times ns are fJ, so a read power needs only the time. */
function missing(figures: CellFigures): ParameterSchema {
  const open: Readonly<Record<string, Parameter<number>>> = {
    aspectRatio: quantity('1', 0.1, 10, 'width along the word line over height, not in the file'),
    readTimeNs: quantity('ns', 0.001, 10_000, 'time of a read, not in the file'),
    readEnergyFj: quantity('fJ', 0, 1e9, 'energy of a read, not in the file'),
    writeEnergyFj: quantity('fJ', 0, 1e9, 'energy of a write, not in the file'),
    writeTimeNs: quantity('ns', 0, 1e6, 'time of a write, not in the file'),
    writeVoltageV: quantity('V', 0, 20, 'highest voltage of a write, not in the file'),
  };
  const known = { ...figures, ...(figures.readPowerUw === undefined ? {} : { readEnergyFj: 0 }) };
  return Object.fromEntries(Object.entries(open).filter(([name]) => !Object.hasOwn(known, name)));
}

import {
  type CellConductance,
  choice,
  defineDevice,
  type MemoryCell,
  type ParameterSchema,
  type Stage,
} from '@bitfront/core';
import { conductances, endurance, logGap } from '@bitfront/memory-physics';
import { hasStates, openParameters } from './open-parameters.ts';
import { parseTable } from './parse-table.ts';
import { tableSource } from './table-source.ts';

/**
 * Makes a memory technology of a table of measured conditions. `condition` chooses the row; whatever the table leaves
 * open is a parameter without default.
 * @param text of the CSV file
 * @param name the plugin's name, usually the file's without `.csv`
 * @param file how source and errors call the file
 * @throws TABLE_SHAPE_INVALID, TABLE_COLUMN_UNKNOWN, TABLE_VALUE_INVALID
 */
export function deviceFromTable(
  text: string,
  name: string,
  file = `${name}.csv`,
): Stage<Record<never, never>, 'memory', ParameterSchema> {
  const table = parseTable(text, file);
  const names = table.conditions.map((condition) => condition.name);
  const parameters: ParameterSchema = {
    condition: choice(names, 'row of the table'),
    ...openParameters(table.columns),
  };
  return defineDevice({
    name,
    version: 1,
    doc: table.notes.title ?? `the memory of ${file}`,
    parameters,
    capabilities: hasStates(table.columns) ? {} : { conductance: 'unknown' },
    source: tableSource(table, text, file),
    model: (chosen) => {
      const row = table.conditions.find((condition) => condition.name === chosen.condition);
      const given = chosen as Readonly<Record<string, number>>;
      const all: Readonly<Record<string, number>> = { ...given, ...row?.figures };
      const { nodeNm = 0, supplyV = 0, bitErrorRate = 0, cellAreaF2 = 0, aspectRatio = 1 } = all;
      const { referenceWriteEnergyPj = 0, relativeWriteEnergy = 0, readTimeNs = 0, writeTimeNs = 0 } = all;
      const faults = { plusToMinus: bitErrorRate, minusToPlus: bitErrorRate };
      return {
        faults: {
          plusToMinus: all.flipPlusToMinus ?? faults.plusToMinus,
          minusToPlus: all.flipMinusToPlus ?? faults.minusToPlus,
        },
        cell: {
          nodeNm,
          supplyV,
          areaUm2PerBit: all.cellAreaUm2 ?? (cellAreaF2 * nodeNm * nodeNm) / 1e6,
          aspectRatio,
          sensing: chosen.sensing as MemoryCell['sensing'],
          standbyPowerNwPerBit: all.standbyPowerNwPerBit ?? 0,
        },
        read: { energyFjPerBit: all.readEnergyFj ?? 0, latencyNs: readTimeNs },
        write: {
          energyFjPerBit: all.writeEnergyFj ?? 1000 * referenceWriteEnergyPj * relativeWriteEnergy,
          latencyNs: writeTimeNs,
          voltageV: all.writeVoltageV ?? 0,
          ...endurance(all.enduranceCycles ?? 0),
        },
        conductance: hasStates(table.columns) ? conductanceOf(name, all) : 'unknown',
      };
    },
  });
}

/** @throws DEVICE_RESISTANCE_INVERTED where the one that is a parameter does not fit the one in the table */
function conductanceOf(name: string, all: Readonly<Record<string, number>>): CellConductance {
  const { lowResistanceKohm = 0, highResistanceKohm = 0, readVoltageV = 0 } = all;
  const { lowLogSpread = 0, highLogSpread = 0, stuckOnProbability = 0, stuckOffProbability = 0 } = all;
  logGap(name, lowResistanceKohm, highResistanceKohm);
  const states = { lowResistanceKohm, highResistanceKohm, lowLogSpread, highLogSpread };
  return conductances({ ...states, stuckOnProbability, stuckOffProbability, readVoltageV });
}

import { bitfrontError } from '@bitfront/errors';
import type { CellFile } from './parse-cell.ts';

/** What a .cell file says of one bit, in Bitfront's units. What it does not determine is absent. */
export interface CellFigures {
  readonly areaF2: number;
  /** Resistances of both states, at the read voltage where the file has both there, and that voltage. */
  readonly states?: { readonly onOhm: number; readonly offOhm: number; readonly readVoltageV: number };
  /** Width along the word line over height: NVSim's CellAspectRatio is height over width. */
  readonly aspectRatio?: number;
  readonly readEnergyFj?: number;
  /** Where the read energy is not given: power, to be multiplied by the read time. */
  readonly readPowerUw?: number;
  readonly readTimeNs?: number;
  /** Mean of set and reset: half of the bits need each. */
  readonly writeEnergyFj?: number;
  /** The longer of the two pulses. */
  readonly writeTimeNs?: number;
  /** The higher voltage of the two; where only currents are given, current times on-resistance plus access drop. */
  readonly writeVoltageV?: number;
}

/**
 * Figures of one bit. Energies are those of the file, else power times pulse, with the power from voltage and current,
 * the missing one of the two from the on-resistance.
 * @param supplyV stands for the word `vdd`
 * @throws CELL_FIELD_MISSING when there is no cell area.
 */
export function figuresOfCell(cell: CellFile, supplyV: number, file: string): CellFigures {
  const number = (key: string) => {
    const value = cell[key];
    return value === 'vdd' ? supplyV : typeof value === 'number' ? value : undefined;
  };
  const areaF2 = number('CellArea');
  if (areaF2 === undefined)
    throw bitfrontError('CELL_FIELD_MISSING', { file, field: '-CellArea (F^2)', figure: 'area' });
  const onOhm = number('ResistanceOnAtReadVoltage') ?? number('ResistanceOn');
  const ratio = number('CellAspectRatio');
  const [set, reset] = [pulse(number, 'Set'), pulse(number, 'Reset')];
  return present({
    areaF2,
    states: readStates(number),
    aspectRatio: ratio === undefined || ratio === 0 ? undefined : 1 / ratio,
    readEnergyFj: scaled(number('ReadEnergy'), 1000),
    readPowerUw: number('ReadPower') ?? power(number('ReadVoltage'), number('ReadCurrent'), onOhm),
    readTimeNs: number('ReadPulse'),
    writeEnergyFj: both(set.energyPj, reset.energyPj, (a, b) => 500 * (a + b)),
    writeTimeNs: both(set.timeNs, reset.timeNs, Math.max),
    writeVoltageV: both(set.voltageV, reset.voltageV, Math.max),
  });
}

type Maybe = number | undefined;

function readStates(number: (key: string) => Maybe): CellFigures['states'] {
  const readVoltageV = number('ReadVoltage') ?? 0;
  for (const at of ['AtReadVoltage', '']) {
    const [onOhm, offOhm] = [number(`ResistanceOn${at}`) ?? 0, number(`ResistanceOff${at}`) ?? 0];
    // 1e6 / 0 and 1e6 over a slip of the pen are no conductance.
    if (Number.isFinite(1e6 / onOhm) && Number.isFinite(1e6 / offOhm) && readVoltageV > 0)
      return { onOhm, offOhm, readVoltageV };
  }
  return undefined;
}

function pulse(number: (key: string) => Maybe, step: 'Set' | 'Reset') {
  const timeNs = number(`${step}Pulse`);
  const ohm = number(`ResistanceOnAt${step}Voltage`) ?? number('ResistanceOn');
  const [volts, microamps] = [number(`${step}Voltage`), number(`${step}Current`)];
  const energyPj = both(power(volts, microamps, ohm), timeNs, (uw, ns) => (uw * ns) / 1000);
  const driven = both(microamps, ohm, (a, b) => (a * b) / 1e6 + (number('VoltageDropAccessDevice') ?? 0));
  return { timeNs, energyPj: number(`${step}Energy`) ?? energyPj, voltageV: volts ?? driven };
}

/** µW of volts and µA. */
function power(volts: Maybe, microamps: Maybe, ohm: Maybe): Maybe {
  if (volts !== undefined && microamps !== undefined) return volts * microamps;
  if (ohm === undefined || ohm === 0) return undefined;
  if (volts !== undefined) return (1e6 * volts * volts) / ohm;
  return microamps === undefined ? undefined : (microamps * microamps * ohm) / 1e6;
}

function both(a: Maybe, b: Maybe, join: (a: number, b: number) => number): Maybe {
  return a === undefined || b === undefined ? undefined : join(a, b);
}

function scaled(value: Maybe, factor: number): Maybe {
  return value === undefined ? undefined : value * factor;
}

type Present<T> = { [Name in keyof T]: Exclude<T[Name], undefined> };

function present<T extends object>(figures: T): Partial<Present<T>> & { readonly areaF2: number } {
  const known = Object.entries(figures).filter(([, value]) => value !== undefined);
  return Object.fromEntries(known) as Partial<Present<T>> & { readonly areaF2: number };
}

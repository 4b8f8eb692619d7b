/** What stands after a key: a number in one unit, a word of a list, `vdd` or a number, or any word. */
export interface CellKey {
  /** As NVSim writes it in parentheses; empty for pure numbers and words. */
  readonly unit: string;
  readonly words?: readonly string[];
}

const number = (unit = ''): CellKey => ({ unit });
const word = (...words: readonly string[]): CellKey => ({ unit: '', words });

/**
 * The keys of a .cell file with their units, as NVSim and the tools that follow it (DESTINY, NVMExplorer, CiMLoop) read
 * them. Units are fixed: NVSim does not convert.
 * Source: X. Dong, C. Xu, Y. Xie, N. P. Jouppi, "NVSim", IEEE Trans. CAD 31 (2012) 994, and its sample files.
 */
export const cellKeys: Readonly<Record<string, CellKey>> = {
  MemCellType: word(),
  MemCellLevel: word(),
  ProcessNode: number(),
  CellArea: number('F^2'),
  CellAspectRatio: number(),
  ResistanceOn: number('ohm'),
  ResistanceOff: number('ohm'),
  ResistanceOnAtSetVoltage: number('ohm'),
  ResistanceOffAtSetVoltage: number('ohm'),
  ResistanceOnAtResetVoltage: number('ohm'),
  ResistanceOffAtResetVoltage: number('ohm'),
  ResistanceOnAtReadVoltage: number('ohm'),
  ResistanceOffAtReadVoltage: number('ohm'),
  ResistanceOnAtHalfReadVoltage: number('ohm'),
  ResistanceOffAtHalfReadVoltage: number('ohm'),
  ResistanceOnAtHalfResetVoltage: number('ohm'),
  AccessTransistorResistance: number('ohm'),
  CapacitanceOn: number('F'),
  CapacitanceOff: number('F'),
  ReadMode: word('current', 'voltage'),
  ReadVoltage: number('V'),
  ReadCurrent: number('uA'),
  ReadPower: number('uW'),
  ReadPulse: number('ns'),
  ReadEnergy: number('pJ'),
  ReadFloating: word('true', 'false'),
  MinSenseVoltage: number('mV'),
  SetMode: word('current', 'voltage'),
  SetVoltage: number('V'),
  SetCurrent: number('uA'),
  SetPulse: number('ns'),
  SetEnergy: number('pJ'),
  ResetMode: word('current', 'voltage'),
  ResetVoltage: number('V'),
  ResetCurrent: number('uA'),
  ResetPulse: number('ns'),
  ResetEnergy: number('pJ'),
  AccessType: word('CMOS', 'BJT', 'diode', 'None'),
  AccessCMOSWidth: number('F'),
  VoltageDropAccessDevice: number('V'),
  LeakageCurrentAccessDevice: number('uA'),
  Stitching: number(),
  WordlineBoostRatio: number(),
  DRAMCellCapacitance: number('F'),
  SRAMCellNMOSWidth: number('F'),
  SRAMCellPMOSWidth: number('F'),
};

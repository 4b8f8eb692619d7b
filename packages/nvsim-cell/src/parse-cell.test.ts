import { describe, expect, it } from 'vitest';
import { parseCell } from './parse-cell.ts';

describe('parseCell', () => {
  it('reads numbers, words and vdd, and skips comments and empty lines', () => {
    const text =
      '// by hand\n-MemCellType: MRAM\r\n\r\n-CellArea (F^2): 54 // large\n-SetVoltage (V): vdd\n#-SetPulse (ns): 1\n-CapacitanceOn (F): 1e-16\n';
    expect(parseCell(text)).toEqual({
      MemCellType: 'MRAM',
      CellArea: 54,
      SetVoltage: 'vdd',
      CapacitanceOn: 1e-16,
    });
  });

  it('lets the last line of a key count', () => {
    expect(parseCell('-SetPulse (ns): 1\n-SetPulse (ns): 2')).toEqual({ SetPulse: 2 });
  });

  it.each([
    ['-SetPulse (us): 1', 'CELL_UNIT_INVALID', /gives SetPulse in "us".*reads SetPulse in "ns"/],
    ['-CellArea: 54', 'CELL_UNIT_INVALID', /in "no unit".*"F\^2"/],
    ['-CellAspectRatio (F): 1', 'CELL_UNIT_INVALID', /in no unit/],
    ['-SetPuls (ns): 1', 'CELL_KEY_UNKNOWN', /Did you mean "SetPulse"/],
    ['-toString: 1', 'CELL_KEY_UNKNOWN', /unknown key "toString"/],
    ['SetPulse (ns): 1', 'CELL_LINE_INVALID', /Line 2 of "x.cell"/],
    ['-SetPulse (ns): fast', 'CELL_VALUE_INVALID', /"fast".*a number/],
    ['-SetPulse (ns): 10ns', 'CELL_VALUE_INVALID', /"10ns"/],
    ['-SetPulse (ns): -1', 'CELL_VALUE_INVALID', /not negative/],
    ['-SetPulse (ns):', 'CELL_VALUE_INVALID', /value ""/],
    ['-SetPulse (ns): vdd', 'CELL_VALUE_INVALID', /"vdd"/],
    ['-CellArea (F^2): 0', 'CELL_VALUE_INVALID', /Line 2 of "x.cell" gives CellArea the value "0".*above 0/s],
    ['-SetVoltage (V): NaN', 'CELL_VALUE_INVALID', /Line 2.*"NaN"/],
    ['-SetVoltage (V): Infinity', 'CELL_VALUE_INVALID', /Line 2.*"Infinity"/],
    ['-AccessType: tunnel', 'CELL_VALUE_INVALID', /one of CMOS, BJT, diode, None/],
  ])('refuses %s', (line, code, message) => {
    const parse = () => parseCell(`// head\n${line}`, 'x.cell');
    expect(parse).toThrow(message);
    expect(parse).toThrow(expect.objectContaining({ code }));
  });

  it.each(['', 'AtReadVoltage'])('refuses an off state that conducts better than the on state%s', (at) => {
    const text = `-ResistanceOff${at} (ohm): 1000\n-ResistanceOn${at} (ohm): 3000`;
    expect(() => parseCell(text, 'x.cell')).toThrow(
      new RegExp(`Line 1 of "x.cell" gives ResistanceOff${at} .*at least ResistanceOn${at}, 3000 ohm`, 's'),
    );
    // 0 stands for not known in sample files.
    expect(() => parseCell(text.replace('1000', '0'))).not.toThrow();
  });
});

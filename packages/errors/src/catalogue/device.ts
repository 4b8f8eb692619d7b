import { defineErrors } from '../define-errors.ts';

/** A memory technology is refused. */
export const deviceErrors = defineErrors({
  DEVICE_RESISTANCE_INVERTED: {
    what: '[{plugin}] The high resistance is {highKohm} kΩ, not above the low resistance of {lowKohm} kΩ.',
    why: 'A read tells the two states apart by their resistance: without a gap there is no bit.',
    now: 'Exchange or correct "lowResistanceKohm" and "highResistanceKohm".',
  },
  CELL_LINE_INVALID: {
    what: 'Line {line} of "{file}" cannot be read: "{content}".',
    why: 'A line of a .cell file is "-Key (unit): value", a comment after //, or empty.',
    now: 'Correct the line.',
  },
  CELL_KEY_UNKNOWN: {
    what: 'Line {line} of "{file}" has the unknown key "{key}".',
    why: 'The keys of a .cell file are: {valid}.',
    now: 'Correct the key, or remove the line.{hint}',
  },
  CELL_UNIT_INVALID: {
    what: 'Line {line} of "{file}" gives {key} in "{unit}".',
    why: 'NVSim reads {key} in {expected}.',
    now: 'Convert the value and write the unit in parentheses after the key.',
  },
  CELL_VALUE_INVALID: {
    what: 'Line {line} of "{file}" gives {key} the value "{value}".',
    why: 'It must be {expected}.',
    now: 'Correct the value.',
  },
  CELL_FIELD_MISSING: {
    what: '"{file}" has no line "{field}".',
    why: 'Without it the {figure} is not known, and nothing is invented.',
    now: 'Add the line, or check that this is a .cell file.',
  },
  TABLE_SHAPE_INVALID: {
    what: 'Line {line} of "{file}" cannot be used: {problem}',
    why: 'A table has notes after #, a header with the column "condition", and a row for each condition, each named once.',
    now: 'Correct the line.',
  },
  TABLE_COLUMN_UNKNOWN: {
    what: 'Line {line} of "{file}" has the unknown column "{name}".',
    why: 'The columns of a table are: {valid}; energies, times, voltages, resistances and µm² may have other prefixes.',
    now: 'Correct the name, or remove the column.{hint}',
  },
  TABLE_VALUE_INVALID: {
    what: 'Line {line} of "{file}" gives {column} the value "{value}".',
    why: 'It must be {expected}.',
    now: 'Correct the cell.',
  },
});

import { bitfrontError, nearest } from '@bitfront/errors';
import { cellKeys } from './cell-keys.ts';
import { checkCell } from './check-cell.ts';

/** The lines of a .cell file: numbers in the unit of their key, words as written; `vdd` stays a word. */
export type CellFile = Readonly<Record<string, number | string>>;

/**
 * Reads the text of a .cell file in NVSim's syntax: `-CellArea (F^2): 54`, comments after `//` or `#`.
 * The last line of a key counts, as in NVSim.
 * @throws CELL_LINE_INVALID, CELL_KEY_UNKNOWN, CELL_UNIT_INVALID, CELL_VALUE_INVALID, each with its line.
 */
export function parseCell(text: string, file = 'the cell file'): CellFile {
  const cell: Record<string, number | string> = {};
  const lines = new Map<string, number>();
  for (const [index, whole] of text.split(/\r\n|\n|\r/).entries()) {
    const content = whole.replace(/(\/\/|#).*$/, '').trim();
    if (content === '') continue;
    const place = { file, line: index + 1 };
    const parts = /^-(\w+)\s*(?:\(([^)]*)\))?\s*:\s*(\S.*)?$/.exec(content);
    if (parts === null) throw bitfrontError('CELL_LINE_INVALID', { ...place, content });
    const [, key = '', unit = '', value = ''] = parts;
    cell[key] = readValue(key, unit.trim(), value.trim(), place);
    lines.set(key, place.line);
  }
  checkCell(cell, lines, file);
  return cell;
}

interface Place {
  readonly file: string;
  readonly line: number;
}

function readValue(key: string, unit: string, value: string, place: Place): number | string {
  const known = Object.hasOwn(cellKeys, key) ? cellKeys[key] : undefined;
  if (known === undefined) {
    const guess = nearest(key, Object.keys(cellKeys));
    const hint = guess === undefined ? '' : ` Did you mean "${guess}"?`;
    throw bitfrontError('CELL_KEY_UNKNOWN', { ...place, key, valid: Object.keys(cellKeys), hint });
  }
  if (unit !== known.unit) {
    const expected = known.unit === '' ? 'no unit' : `"${known.unit}"`;
    throw bitfrontError('CELL_UNIT_INVALID', { ...place, key, unit: unit || 'no unit', expected });
  }
  if (known.words !== undefined) {
    const { words } = known;
    if (value !== '' && (words.length === 0 || words.includes(value))) return value;
    const expected = words.length === 0 ? 'one word' : `one of ${words.join(', ')}`;
    throw bitfrontError('CELL_VALUE_INVALID', { ...place, key, value, expected });
  }
  if (value === 'vdd' && known.unit === 'V') return value;
  const number = value === '' ? Number.NaN : Number(value);
  if (Number.isFinite(number) && number >= 0) return number;
  throw bitfrontError('CELL_VALUE_INVALID', {
    ...place,
    key,
    value,
    expected: 'a number that is not negative',
  });
}

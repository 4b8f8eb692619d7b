import { bitfrontError } from '@bitfront/errors';
import type { CellFile } from './parse-cell.ts';

/**
 * Refuses what no cell can be: no area, or an off state that conducts better than the on state.
 * @param lines of the file where the keys stand
 * @throws CELL_VALUE_INVALID
 */
export function checkCell(cell: CellFile, lines: ReadonlyMap<string, number>, file: string): void {
  const refuse = (key: string, expected: string) =>
    bitfrontError('CELL_VALUE_INVALID', {
      file,
      line: lines.get(key) ?? 0,
      key,
      value: String(cell[key]),
      expected,
    });
  if (cell.CellArea === 0) throw refuse('CellArea', 'above 0');
  for (const at of ['', 'AtReadVoltage']) {
    const [on, off] = [cell[`ResistanceOn${at}`], cell[`ResistanceOff${at}`]];
    if (typeof on === 'number' && typeof off === 'number' && off !== 0 && off < on)
      throw refuse(`ResistanceOff${at}`, `at least ResistanceOn${at}, ${on} ohm`);
  }
}

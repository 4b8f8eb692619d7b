import { bitfrontError } from '@bitfront/errors';
import { convert, type Unit, unitOfName } from '@bitfront/units';
import { type FigureName, figureOf } from './figures.ts';
import type { Place } from './place.ts';

/**
 * The number of a cell, in the unit of the figure; nothing for an empty cell that may be empty.
 * @param column as the header spells it
 * @throws TABLE_VALUE_INVALID
 */
export function readFigure(
  text: string,
  column: string,
  figure: FigureName,
  unit: Unit | undefined,
  place: Place,
): number | undefined {
  const { unit: printed, min, max, mayBeEmpty } = figureOf(figure);
  if (text === '' && mayBeEmpty === true) return undefined;
  const value = decimal.test(text) ? Number(text) : Number.NaN;
  const own = unitOfName(figure);
  const converted = unit === undefined || own === undefined ? value : convert(value, unit, own);
  if (converted >= min && converted <= max) return converted;
  const kind = max === 1 ? 'a probability' : 'a number';
  const range = `${kind} from ${min} to ${max}${printed === '1' ? '' : ` ${printed}`}`;
  const empty = text === '' ? '; where it is not known for all conditions, leave the column out' : '';
  const expected = `${range}${mayBeEmpty === true ? ', or empty' : ''}${empty}`;
  throw bitfrontError('TABLE_VALUE_INVALID', { ...place, column, value: text, expected });
}

const decimal = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

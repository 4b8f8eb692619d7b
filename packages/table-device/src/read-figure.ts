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
  const { allowed, mayBeEmpty } = figureOf(figure);
  if (text === '' && mayBeEmpty === true) return undefined;
  const value = decimal.test(text) ? Number(text) : Number.NaN;
  const own = unitOfName(figure);
  const converted = unit === undefined || own === undefined ? value : convert(value, unit, own);
  if (Number.isFinite(converted) && fits[allowed](converted)) return converted;
  const empty = text === '' ? '; where it is not known for all conditions, leave the column out' : '';
  const expected = `${allowed}${mayBeEmpty === true ? ', or empty' : ''}${empty}`;
  throw bitfrontError('TABLE_VALUE_INVALID', { ...place, column, value: text, expected });
}

const decimal = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

const fits = {
  'a probability from 0 to 1': (value: number) => value >= 0 && value <= 1,
  'a number above 0': (value: number) => value > 0,
  'a number that is not negative': (value: number) => value >= 0,
} as const;

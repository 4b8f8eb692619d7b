import { bitfrontError, nearest } from '@bitfront/errors';
import { type Unit, unitOfName, unitSuffixes } from '@bitfront/units';
import { type FigureName, figureOf, figures } from './figures.ts';
import type { Place } from './place.ts';

const words = ['condition', 'how', 'cite'] as const;

/** A column of text, or of a figure in the unit of the column's name. */
export type ColumnMeaning =
  | { readonly kind: (typeof words)[number] }
  | { readonly kind: 'figure'; readonly figure: FigureName; readonly unit?: Unit };

/**
 * What the name of a column says: `writeEnergyPj` is the figure `writeEnergyFj` in pJ.
 * @throws TABLE_COLUMN_UNKNOWN with the names there are
 */
export function columnMeaning(name: string, place: Place): ColumnMeaning {
  for (const kind of words) if (kind === name) return { kind };
  const names = Object.keys(figures) as FigureName[];
  for (const figure of names) {
    if (figure === name) return { kind: 'figure', figure };
    const unit = unitOfName(name);
    if (unit !== undefined && spellings(figure).includes(name)) return { kind: 'figure', figure, unit };
  }
  const valid = [...words, ...names];
  const hint = hintFor(name, [...valid, ...names.flatMap(spellings)]);
  throw bitfrontError('TABLE_COLUMN_UNKNOWN', { ...place, name, valid, hint });
}

/** A figure's names in all units of its dimension; none where it has one unit. */
function spellings(figure: FigureName): readonly string[] {
  const { suffix } = figureOf(figure);
  if (suffix === undefined) return [];
  const names = unitSuffixes.map((one) => figure.slice(0, -suffix.length) + one);
  return names.filter((name) => unitOfName(name)?.dimension === unitOfName(figure)?.dimension);
}

function hintFor(name: string, known: readonly string[]): string {
  if (/[;\t]/.test(name)) return ' Separate the columns by commas.';
  const guess = nearest(name, known);
  return guess === undefined ? '' : ` Did you mean "${guess}"?`;
}

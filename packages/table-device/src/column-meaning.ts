import { bitfrontError, nearest } from '@bitfront/errors';
import { type Unit, unitOfName } from '@bitfront/units';
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
  for (const figure of Object.keys(figures) as FigureName[]) {
    if (figure === name) return { kind: 'figure', figure };
    const { suffix } = figureOf(figure);
    const unit = unitOfName(name);
    if (suffix === undefined || unit === undefined || unit.per !== undefined) continue;
    const same = name === figure.slice(0, -suffix.length) + unit.suffix;
    if (same && unit.dimension === unitOfName(figure)?.dimension) return { kind: 'figure', figure, unit };
  }
  const valid = [...words, ...Object.keys(figures)];
  throw bitfrontError('TABLE_COLUMN_UNKNOWN', { ...place, name, valid, hint: hintFor(name, valid) });
}

function hintFor(name: string, valid: readonly string[]): string {
  if (/[;\t]/.test(name)) return ' Separate the columns by commas.';
  const guess = nearest(name, valid);
  return guess === undefined ? '' : ` Did you mean "${guess}"?`;
}

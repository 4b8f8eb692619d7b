import { type Source, textHash } from '@bitfront/core';
import type { Condition, MeasuredTable } from './parse-table.ts';

/**
 * Where the numbers of a table come from: the file by its hash, its notes, the citations of its rows. The evidence is
 * the weakest of all rows; a row that does not say how it was obtained counts as assumed.
 */
export function tableSource({ notes, conditions }: MeasuredTable, text: string, file: string): Source {
  const { title, cite, residual = 'unknown' } = notes;
  const cites = [...new Set(conditions.flatMap((row) => (row.cite === undefined ? [] : [row.cite])))];
  const known = [title, cite].filter((note) => note !== undefined);
  const how = strengths.find((strength) => conditions.some((row) => strengthOf(row) === strength));
  const weak = conditions.filter((row) => strengthOf(row) === 'assumed');
  const assumed = [
    ...notes.assumed,
    ...weak.map(({ name, how: stated = 'the table does not say how', cite: from = stated }) => {
      return `condition "${name}": ${from}`;
    }),
  ];
  return {
    cite: [...known, `file ${file}, SHA-256 ${textHash(text)}`].join('; '),
    where: cites.length === 0 ? 'rows of the table' : cites.join('; '),
    how: how ?? 'assumed',
    residual,
    ...(assumed.length === 0 ? {} : { assumed }),
  };
}

/** From weak to strong. */
const strengths = ['assumed', 'derived', 'fitted', 'measured'] as const;

const strengthOf = ({ how = 'assumed' }: Condition) => how;

import type { Claim, Reproduction } from './reproduction.ts';
import type { Results } from './results.ts';
import { toleranceText } from './tolerance.ts';
import { type Verdict, verdictOf } from './verdict.ts';

/** A line of the table that is printed and written. */
export interface TableRow {
  readonly claim: string;
  readonly kind: Claim['kind'];
  readonly published: number | string;
  readonly unit: string;
  readonly where: string;
  readonly ours: number;
  /** The 95 % interval, empty where there is none. */
  readonly oursLow95: number | '';
  readonly oursHigh95: number | '';
  readonly tolerance: string;
  readonly verdict: Verdict;
  readonly note: string;
}

/** The columns, in order. */
export const tableColumns = [
  'claim',
  'kind',
  'published',
  'unit',
  'where',
  'ours',
  'oursLow95',
  'oursHigh95',
  'tolerance',
  'verdict',
  'note',
] as const satisfies readonly (keyof TableRow)[];

/** What became of every claim. @throws REPRODUCTION_ROW_MISSING, REPRODUCTION_COLUMN_MISSING */
export function reproductionTable({ claims }: Reproduction, results: Results): readonly TableRow[] {
  return claims.map((claim) => {
    const measured = claim.ours(results);
    return {
      claim: claim.claim,
      kind: claim.kind,
      published: claim.published,
      unit: claim.unit,
      where: claim.where,
      ours: shortest(measured.value),
      oursLow95: measured.low95 === undefined ? '' : shortest(measured.low95),
      oursHigh95: measured.high95 === undefined ? '' : shortest(measured.high95),
      tolerance: toleranceText(claim.tolerance, claim.unit),
      verdict: verdictOf(claim, measured),
      note: claim.note ?? '',
    };
  });
}

/** Six digits say all that a comparison needs, and differences of percentages no longer end in 0000001. */
const shortest = (value: number): number => Number(value.toPrecision(6));

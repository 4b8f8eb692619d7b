import { defineErrors } from '../define-errors.ts';

/** A comparison with a paper is asked for wrongly, or its study gave other rows than it reads. */
export const reproductionErrors = defineErrors({
  REPRODUCTION_UNKNOWN: {
    what: 'There is no reproduction of "{paper}".',
    why: 'There are: {valid}.',
    now: 'Correct the name.{hint}',
  },
  REPRODUCTION_ROW_MISSING: {
    what: 'A claim reads one row with {where}, and {found} of them finished.',
    why: 'Rows of points that failed cannot be compared with anything.',
    now: 'See the failed points above, correct what they say, and start the same command again: it goes on from there.',
  },
  REPRODUCTION_COLUMN_MISSING: {
    what: 'A claim reads the column "{column}", which the rows do not have.',
    why: 'The study and the claim of a reproduction belong together.',
    now: 'Use the studies that come along; if you did, please report it.',
  },
});

import { defineErrors } from '../define-errors.ts';

/** A Pareto front cannot be computed. */
export const frontErrors = defineErrors({
  FRONT_VALUE_INVALID: {
    what: 'Objective {objective} of point {point} is {value}.',
    why: 'Only finite numbers can be compared; anything else would silently drop or keep points.',
    now: 'Leave the point out, or correct the value.',
  },
  FRONT_SHAPE_INVALID: {
    what: '{count} numbers are not whole points of {objectives} objectives.',
    why: 'Points are compared objective by objective, so each needs the same number of them, one at least.',
    now: 'Give points of one length.',
  },
});

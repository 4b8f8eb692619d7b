import { defineErrors } from '../define-errors.ts';

/** The command line is used wrongly. */
export const commandErrors = defineErrors({
});

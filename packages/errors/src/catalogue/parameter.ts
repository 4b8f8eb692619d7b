import { defineErrors } from '../define-errors.ts';

/** A parameter's value is refused. */
export const parameterErrors = defineErrors({
  PARAMETER_UNKNOWN: {
    what: '[{plugin}] There is no parameter "{name}".',
    why: 'Its parameters are: {valid}.',
    now: 'Correct the name, or see `bitfront list plugins`.{hint}',
  },
  PARAMETER_MISSING: {
    what: '[{plugin}] Parameter "{name}" has no value.',
    why: 'It has no default: it is yours to choose, or a number that nobody published ({doc}).{hint}',
    now: 'Give it a value in the pipeline or with --set SLOT.{name}=VALUE.',
  },
  PARAMETER_INVALID: {
    what: '[{plugin}] Parameter "{name}" cannot be {value}.',
    why: '{reason}',
    now: 'Give {expected}.',
  },
  NUMBER_INVALID: {
    what: '"{name}" cannot be {value}.',
    why: 'The calculation is not defined for it.',
    now: 'Give {expected}.',
  },
  VALUES_TOO_FEW: {
    what: 'There are {count} values, {least} are needed.',
    why: 'So few values do not determine {purpose}.',
    now: 'Repeat the measurement, or leave this result out.',
  },
  UNIT_UNKNOWN: {
    what: 'There is no unit "{unit}".',
    why: 'The unit suffixes are: {valid}.',
    now: 'Use one of them.{hint}',
  },
  UNIT_MISMATCH: {
    what: 'A value in {from} cannot be converted to {to}.',
    why: '{from} measures {fromDimension}, {to} measures {toDimension}.',
    now: 'Convert only between units of one dimension.',
  },
});

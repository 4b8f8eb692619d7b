import { defineErrors } from '../define-errors.ts';

/** A circuit, code or cost model is refused. */
export const circuitErrors = defineErrors({
  CIRCUIT_SIZE_INVALID: {
    what: 'The {block} cannot have {name} = {value}.',
    why: 'It is built from whole parts, and needs at least {least} of them.',
    now: 'Give a whole number of {least} or more.',
  },
  CIRCUIT_VALUE_OUT_OF_RANGE: {
    what: 'The {block} cannot have {name} = {value}.',
    why: 'Its source covers {least} to {most} only, and nothing is extrapolated.',
    now: 'Give a value of {least} to {most}, or use another technology.',
  },
  CODE_VALUE_INVALID: {
    what: 'The {code} code cannot have {name} = {value}.',
    why: 'It is defined for {expected} only.',
    now: 'Give {expected}.',
  },
  MEMORY_CONDUCTANCE_UNKNOWN: {
    what: '[{plugin}] The memory says nothing about the conductances of its cells.',
    why: 'A crossbar sums currents, and error correction leaves none to sum: a column of many cells reads no words.',
    now: 'Use a technology that knows them (device-rram-1t1r-lognormal, device-stt-mram, a .cell file or a table with both resistances), without error correction.',
  },
  CROSSBAR_NOT_CONVERGED: {
    what: 'The currents of a crossbar of {rows} x {columns} cells did not settle within {iterations} iterations.',
    why: 'Conductances of cells and lines so far apart leave nothing of the residual but roundings.',
    now: 'Use responseMatrixUs, which does not iterate, or resistances of lines above 1e-6 of those of the cells.',
  },
  COST_ARTIFACTS_UNFIT: {
    what: '[{plugin}] The artifacts do not fit together: {reason}.',
    why: 'A cost model needs the same layers everywhere, laid out as its circuits expect them.',
    now: 'Use the partition and the evaluation of one network, cut as the README of the cost model says.',
  },
});

import { defineErrors } from '../define-errors.ts';

/** A worker or an executor fails. */
export const poolErrors = defineErrors({
  PLUGIN_NOT_LOADED: {
    what: '[{plugin}] The module {module} cannot be loaded: {reason}.',
    why: 'Plugins are imported by the name of their package or by the path of their file.',
    now: 'Install the package, correct the path, or correct the error in the file.',
  },
  PLUGIN_NOT_A_STAGE: {
    what: '[{plugin}] The default export of {module} is not a stage: {reason}.',
    why: 'A plugin is one object made by defineStage or defineDevice, exported as default.',
    now: 'Write `export default defineStage({ … })`.',
  },
  STAGE_ARTIFACT_INVALID: {
    what: '[{plugin}] The stage returned {found}.',
    why: 'It must return one plain object whose properties are the parts of its artifact.',
    now: 'Correct what `run` returns.',
  },
  STAGE_COLUMNS_WRONG: {
    what: '[{plugin}] The part "row" does not match the declared columns: {difference}.',
    why: 'Every call returns exactly the columns its stage declares, each a number or a text.',
    now: 'Correct `columns` or what `run` returns.',
  },
  POOL_TIMEOUT: {
    what: '[{plugin}] The stage ran longer than {seconds} s.',
    why: 'It reached the limit set by --timeout.',
    now: 'Raise --timeout and run again: such points are tried again on resume.',
  },
  POOL_WORKER_DIED: {
    what: '[{plugin}] The worker thread died: {reason}.',
    why: 'The plugin ended its thread, ran out of memory, or broke its runtime.',
    now: 'Run again with fewer --threads if memory is short: such points are tried again on resume.',
  },
  POOL_BROKEN: {
    what: 'Worker threads do not start: {reason}.',
    why: 'Nothing can run in them.',
    now: 'Reinstall Bitfront, or use --executor inline.',
  },
  POOL_CLOSED: {
    what: 'The executor "{name}" is closed.',
    why: 'Calls came after close(), or close() stopped them.',
    now: 'Open a new executor.',
  },
});

import { defineErrors } from '../define-errors.ts';

/** A run or a point of it fails. */
export const engineErrors = defineErrors({
  STAGE_THREW: {
    what: '[{plugin}] The stage failed with "{message}".',
    why: 'A plugin threw an exception of its own.',
    now: 'See its stack with `bitfront explain DIR POINT`, and correct the plugin.',
  },
  STAGE_NOT_FINITE: {
    what: '[{plugin}] The value of "{name}" is {value}.',
    why: 'Rows hold finite numbers only; a NaN or an infinity would spoil the front.',
    now: 'Correct the plugin, or narrow the range of its parameters.',
  },
  POINT_REFUSED: {
    what: '[{plugin}] It refuses this point: {reason}',
    why: 'The plugin declares what it can work with.',
    now: 'Exclude such points by a rule of the pipeline.',
  },
  ENGINE_INDEX_OUTSIDE: {
    what: 'Point {index} lies outside the grid.',
    why: 'The grid has {size} points, counted from 0.',
    now: 'Ask for an index inside the grid.',
  },
  RUN_STOPPED: {
    what: '{message}',
    why: 'A run cannot go on without its files.',
    now: 'Nothing that was finished is lost: the same command resumes.',
  },
  RESULTS_OTHER_PIPELINE: {
    what: 'The folder {folder} holds results of the pipeline "{found}", not of "{wanted}".',
    why: 'Rows of two pipelines in one file would be mixed.',
    now: 'Choose another folder with --out.',
  },
  RESULTS_WOULD_MIX: {
    what: 'The results in {folder} were made with other settings: {diff}.',
    why: 'Old and new rows in one file would be mixed.',
    now: 'Use --fresh to start again there (the cache is kept), or --out for another folder.',
  },
});

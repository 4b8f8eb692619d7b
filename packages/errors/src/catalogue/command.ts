import { defineErrors } from '../define-errors.ts';

/** The command line is used wrongly, or a file given to a command is unusable. */
export const commandErrors = defineErrors({
  COMMAND_UNKNOWN: {
    what: 'There is no command "{name}".',
    why: 'The commands are: {valid}.',
    now: 'Correct the name, or see `bitfront --help`.{hint}',
  },
  COMMAND_CUT_OFF: {
    what: 'The command `bitfront {command}` ended before its work was done.',
    why: 'A pipeline or plugin file called process.exit, or waits for something that never comes.',
    now: 'Correct that file; what was finished before is kept.',
  },
  COMMAND_USAGE_WRONG: {
    what: '{problem}',
    why: 'The words after `bitfront {command}` do not fit the command.',
    now: 'See `bitfront {command} --help`.',
  },
  COMMAND_JSON_INVALID: {
    what: 'The value of {flag} is not a JSON object.',
    why: '{reason}',
    now: "Quote it for the shell, as in {flag} '{example}'.",
  },
  CSV_UNREADABLE: {
    what: 'The CSV file {file} cannot be read.',
    why: '{reason}',
    now: 'Check the path and the file.',
  },
  CSV_COLUMN_UNKNOWN: {
    what: 'There is no column "{name}" in {file}.',
    why: 'Its columns are: {valid}.',
    now: 'Correct the name; names are compared letter by letter.{hint}',
  },
  CSV_NO_NUMBERS: {
    what: 'No row of {file} has a number in every one of the columns {columns}.',
    why: 'All {skipped} rows have an empty or non-numeric cell there; only numbers can be compared.',
    now: 'Choose other columns, or look at the status column for failed points.',
  },
  OUTPUT_NOT_WRITTEN: {
    what: '{file} could not be written.',
    why: '{reason}',
    now: 'Check the folder, its permissions and the space on the disk.',
  },
  OUTPUT_EXISTS: {
    what: '{path} exists already.',
    why: 'A new plugin never replaces files.',
    now: 'Choose another name, or remove it first.',
  },
  SIZE_INVALID: {
    what: '"{value}" is not a size.',
    why: 'A size is a number with B, KB, MB, GB or TB (powers of 1000).',
    now: 'Write it like 500MB or 2GB.',
  },
  DATASET_UNKNOWN: {
    what: 'There is no dataset "{name}".',
    why: 'The datasets are: {valid}.',
    now: 'Correct the name, or see `bitfront list datasets`.{hint}',
  },
  DATASET_NOT_PUBLISHED: {
    what: 'The dataset "{name}" has no published files.',
    why: 'It is computed, or reads files that you name in its parameters.',
    now: 'Nothing needs to be fetched or verified.',
  },
  DATASET_FETCH_FAILED: {
    what: '{file} could not be fetched from {from}.',
    why: '{reason}',
    now: 'Try again, or download the file yourself and use `bitfront dataset fetch {name} --from DIR`.',
  },
  POINT_UNKNOWN: {
    what: 'There is no point "{point}" in {folder}.',
    why: 'The pointId column of points.csv holds the ids; {count} are there.',
    now: 'Copy the id from points.csv or front.csv; its first characters are enough.{hint}',
  },
  POINT_AMBIGUOUS: {
    what: '{count} points in {folder} begin with "{point}".',
    why: 'They are: {ids}.',
    now: 'Give more characters of the pointId.',
  },
  RESULTS_MISSING: {
    what: '{folder} is no result folder.',
    why: 'There is no {file} in it.',
    now: 'Give the folder that `bitfront sweep` wrote, such as results/mnist-first-front.',
  },
  STAGE_INPUT_MISSING: {
    what: '[{plugin}] It reads {needed} of other stages, and --inputs lacks {missing}.',
    why: 'A stage that runs alone gets only what it is given.',
    now: 'Give its parts, or the plugin that makes them: see `bitfront run --help`.',
  },
  STAGE_FAILED_ALONE: {
    what: '[{plugin}] The stage failed with {code}: {message}',
    why: 'It was run alone with the parameters and inputs given.',
    now: 'Correct them or the plugin; --verbose shows the stack.',
  },
});

/** What a process that calls bitfront can rely on. */
export const exitCode = {
  success: 0,
  error: 1,
  usage: 2,
  failedPoints: 3,
  interrupted: 130,
} as const;

/** Errors of the catalogue that mean: the command line itself is wrong. */
export const usageCodes: readonly string[] = [
  'COMMAND_UNKNOWN',
  'COMMAND_USAGE_WRONG',
  'COMMAND_JSON_INVALID',
  'CSV_COLUMN_UNKNOWN',
  'PIPELINE_UNKNOWN',
  'PIPELINE_SETTING_INVALID',
  'PIPELINE_SLOT_UNKNOWN',
  'SIZE_INVALID',
  'DATASET_UNKNOWN',
  'POINT_UNKNOWN',
  'RESULTS_MISSING',
];

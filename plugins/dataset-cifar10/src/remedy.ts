export const plugin = 'dataset-cifar10';

/** What a user can do when a file is missing or damaged. */
export const remedy =
  'Run `bitfront dataset fetch cifar10`, or set BITFRONT_DATA to the folder that holds cifar10/.';

import { defineErrors } from '../define-errors.ts';

/** A network that ships with Bitfront is asked for wrongly, or its file is not what was shipped. */
export const zooErrors = defineErrors({
  ZOO_NAME_UNKNOWN: {
    what: 'There is no network "{name}" in the zoo.',
    why: 'Its networks are: {valid}.',
    now: 'Correct the name, or see `bitfront zoo list`.{hint}',
  },
  ZOO_FILE_DAMAGED: {
    what: 'The file {file} of the zoo is damaged: {problem}.',
    why: 'A network is used only if it is, to the bit, the one that its card describes.',
    now: 'Install @bitfront/zoo again, or restore the file from the repository.',
  },
  ZOO_DATASET_DIFFERS: {
    what: 'The network "{name}" was not trained on the training images that "{dataset}" gives here.',
    why: 'It was trained with {plugin} {parameters} and seed {seed}; with another split it would be validated on images it has seen.',
    now: 'Choose that dataset, with these parameters.',
  },
  ZOO_WEIGHTS_DIFFER: {
    what: 'The retrained network "{name}" has other weights than the one in the zoo.',
    why: 'Retrained: {trained} with a test error of {trainedError}; in the zoo: {shipped} with {shippedError}, trained by {trainedWith}.',
    now: 'Look for a change of the trainer or its kernels since then; where it is meant, run `bitfront zoo train {name} --write`.',
  },
  ZOO_NOT_WRITABLE: {
    what: 'The zoo has no folder {folder} to write to.',
    why: 'Networks are added in a checkout of the repository.',
    now: 'Run the command there, or leave out --write.',
  },
});

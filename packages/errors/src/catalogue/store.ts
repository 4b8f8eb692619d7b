import { defineErrors } from '../define-errors.ts';

/** Files of a run, the journal or the artifact store fail. */
export const storeErrors = defineErrors({
  ARTIFACT_DAMAGED: {
    what: 'The artifact file {file} is damaged: {reason}.',
    why: 'Its checksums say that it does not hold what was written.',
    now: 'Run again: it is computed anew. If this comes back, check the disk.',
  },
  ARTIFACT_NOT_PLAIN: {
    what: 'Part "{part}" holds {found}.',
    why: 'Artifacts travel between threads and files, so they are plain objects, arrays, texts, numbers and typed arrays.',
    now: 'Turn it into plain data, for instance a Map into an array and a Buffer into a Uint8Array.',
  },
  STORE_KEY_INVALID: {
    what: '"{key}" is no {kind}.',
    why: 'It must be {expected}.',
    now: 'Pass the hash unchanged.',
  },
  STORE_DISK_FULL: {
    what: 'There is no space left to write {file}.',
    why: 'The disk or the quota is full ({code}). Nothing half-written was left behind.',
    now: 'Free space, for instance with `bitfront cache prune --max-size 1GB`, and run the same command again: it resumes.',
  },
  STORE_NOT_WRITABLE: {
    what: '{file} cannot be written.',
    why: 'The folder is read-only or belongs to somebody else ({code}).',
    now: 'Choose another folder with --out, or with BITFRONT_CACHE for the artifact store.',
  },
  STORE_NOT_READABLE: {
    what: '{file} cannot be read.',
    why: 'The system answers {code}: {reason}.',
    now: 'Check the path and its permissions.',
  },
  STORE_WRITE_FAILED: {
    what: '{file} could not be written.',
    why: 'The system answers {code}: {reason}.',
    now: 'Check the disk, then run the same command again: it resumes.',
  },
  JOURNAL_FOREIGN: {
    what: '{file} is not a journal of Bitfront.',
    why: 'None of its lines carries a valid checksum, so it is left untouched.',
    now: 'Move it away, or choose another folder with --out.',
  },
  JOURNAL_EVENT_MISSING: {
    what: 'There is no event at byte {offset} of {file}.',
    why: 'The journal changed under its reader, or the disk damaged it.',
    now: 'Run the same command again: it reads the journal anew.',
  },
  JOURNAL_CLOSED: {
    what: 'The journal {file} is closed.',
    why: 'An event came after its run had ended.',
    now: 'Append before close().',
  },
  RESULTS_IN_USE: {
    what: 'The folder {folder} is in use by process {pid} on {host}, since {since}.',
    why: 'A result folder has one writer.',
    now: 'Wait for it, stop it, or choose another folder with --out. If that process is long gone, delete {file}.',
  },
});

import * as threads from 'node:worker_threads';

/**
 * Writes one line to stderr, once per process and subject: every worker thread loads the addon for itself, and would say
 * the same. The first one takes a lock that all threads share, and never gives it back.
 */
export function announceOnce(subject: string, line: string): void {
  const say = () => process.stderr.write(`${line}\n`);
  // Node before 24.5 has no locks: there every thread speaks.
  const { locks } = threads as { readonly locks?: typeof threads.locks };
  if (locks === undefined) {
    say();
    return;
  }
  const keep = (lock: unknown) => {
    if (lock === null) return undefined;
    say();
    return new Promise<never>(() => {});
  };
  // Refused when the thread ends: then nobody reads the line.
  locks.request(`bitfront ${subject}`, { ifAvailable: true }, keep).catch(() => {});
}

/**
 * How many threads a heavy call may keep busy: an equal share of those that no running heavy call was granted, at least
 * the one it runs in. A call alone gets all; calls that come later take nothing back from it.
 * @param left threads of the executor that were not granted
 * @param ready heavy calls that could start now, this one included
 */
export function grantThreads(left: number, ready: number): number {
  return Math.max(1, Math.floor(left / ready));
}

import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';

/** Who holds a lock, as its file says. */
export interface LockHolder {
  readonly pid: number;
  readonly host: string;
  /** When the lock was taken, ISO 8601. */
  readonly since: string;
  /** What tells this process from an earlier or later one of the same pid; absent where the system does not say. */
  readonly start?: string;
}

/** This process, as the holder of a lock taken now. */
export function thisProcess(): LockHolder {
  const start = startOf(process.pid);
  const since = new Date().toISOString();
  return { pid: process.pid, host: hostname(), since, ...(start === undefined ? {} : { start }) };
}

/** Whether the holder is certainly gone. A holder on another machine never is: nobody here can tell. */
export function isGone(holder: LockHolder): boolean {
  if (holder.host !== hostname()) return false;
  if (!isRunning(holder.pid)) return true;
  const start = startOf(holder.pid);
  return holder.start !== undefined && start !== undefined && holder.start !== start;
}

/** The holder that a lock file names; a file that names none counts as one of another machine. */
export function parseHolder(text: string): LockHolder {
  const unknown: LockHolder = { pid: 0, host: 'an unknown machine', since: 'an unknown time' };
  try {
    return { ...unknown, ...(JSON.parse(text) as Partial<LockHolder>) };
  } catch {
    return unknown;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

/** On Linux the boot and the clock tick at which a process started (proc(5), field 22 of stat); a zombie has none. */
function startOf(pid: number): string | undefined {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may itself hold blanks and parentheses.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? 'ended' : `${boot} ${fields[19]}`;
  } catch {
    return undefined;
  }
}

// Child processes and one-line progress for the bootstrap. Plain JavaScript for Node 20 and later.
import { spawn } from 'node:child_process';

const signals = process.platform === 'win32' ? ['SIGINT', 'SIGTERM'] : ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Says what, why and what now on stderr and ends the process with code 1. */
export function fail(what, why, now) {
  process.stderr.write(`error: ${what}\n  why: ${why}\n  now: ${now}\n`);
  process.exit(1);
}

/** Does one step and prints one line with its seconds. A step may return a word that replaces "done". */
export async function step(label, work, stream = process.stdout) {
  const started = performance.now();
  stream.write(`${label} … `);
  const word = await work();
  stream.write(`${word ?? 'done'} (${((performance.now() - started) / 1000).toFixed(1)} s)\n`);
}

/** Runs a command with this terminal; signals are passed on. Resolves with its code or the signal that ended it. */
export function launch(command, parameters, options = {}) {
  return follow(spawn(command, parameters, { stdio: 'inherit', ...options }), command);
}

/** Runs a command silently; shows what it said, and ends the process with its code, only if it fails. */
export async function quietly(command, parameters, options = {}) {
  const child = spawn(command, parameters, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = [];
  child.stdout.on('data', (chunk) => said.push(chunk));
  child.stderr.on('data', (chunk) => said.push(chunk));
  const ended = await follow(child, command);
  if (ended.code === 0) return;
  process.stdout.write('failed\n');
  process.stderr.write(Buffer.concat(said));
  leave(ended);
  process.exit(process.exitCode ?? 1);
}

/** Ends this process as the child ended: same code, or same signal. */
export function leave({ code, signal }) {
  if (signal) process.kill(process.pid, signal);
  else process.exitCode = code;
}

function follow(child, command) {
  const pass = (signal) => child.kill(signal);
  for (const signal of signals) process.on(signal, pass);
  return new Promise((resolve) => {
    const finish = (ended) => {
      for (const signal of signals) process.off(signal, pass);
      resolve(ended);
    };
    child.on('error', (error) => {
      process.stderr.write(`error: ${command} could not be started: ${error.message}\n`);
      finish({ code: 1, signal: null });
    });
    child.on('close', (code, signal) => finish({ code: code ?? 1, signal }));
  });
}

#!/usr/bin/env -S node --max-semi-space-size=8
// The `bitfront` command. Runs itself again under Node 24 where this Node is older.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bringNode24, isNode24 } from './node24.js';
import { nodeFlags } from './node-flags.js';
import { inCheckout, prepare } from './prepare.js';
import { launch, leave } from './steps.js';

const entry = new URL('../dist/main.js', import.meta.url);

if (!existsSync(entry) && inCheckout) await prepare(process.stderr);
if (isNode24) {
  const { main } = await import(entry.href);
  // Not awaited: Node would add a warning of its own to a command that never ends.
  void main(process.argv.slice(2));
} else {
  const self = fileURLToPath(import.meta.url);
  leave(await launch(await bringNode24(), [...nodeFlags, self, ...process.argv.slice(2)]));
}

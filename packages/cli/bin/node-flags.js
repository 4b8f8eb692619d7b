/**
 * What Node is started with. By default V8 lets the young generation grow to 64 MiB and keeps that room, so that a long
 * sweep holds up to 80 MiB of garbage more than a short one; with these flags it is 16 MiB. V8 decides it at its start:
 * set later, nothing changes. Worker threads inherit it. The first line of run.js and the script `bitfront` of the
 * workspace repeat the flags; a test compares.
 */
export const nodeFlags = ['--max-semi-space-size=8'];

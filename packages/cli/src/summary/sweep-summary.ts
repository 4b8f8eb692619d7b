import { dirname } from 'node:path';
import type { Plan, RunSummary } from '@bitfront/engine';
import { failuresText } from './failures-text.ts';
import { durationText } from '../text/duration-text.ts';
import { percentText } from '../text/number-text.ts';
import { frontTable } from './front-table.ts';
import { losersText } from './losers-text.ts';
import type { Results } from './read-results.ts';
import { readRows } from './read-rows.ts';
import { warningsText } from './warnings-text.ts';
import { winnersText } from './winners-text.ts';

/** What a sweep says at its end: how much work it was, the front, who wins where and who never does, warnings, and the files. */
export async function sweepSummary(plan: Plan, summary: RunSummary, results: Results): Promise<string> {
  const { files, report } = summary;
  const front = readRows(files.front);
  return [
    headline(summary),
    frontTable(plan, front),
    winnersText(plan, front, results.by),
    losersText(results, alternativesOf(plan, results.by)),
    warningsText(front),
    `files\n${['points', 'front', 'run', 'plot', 'journal'].map((name) => `  ${files[name as keyof typeof files]}`).join('\n')}`,
    report.points.failed + report.points.timedOut === 0
      ? ''
      : await failuresText(dirname(files.journal), files.journal),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function alternativesOf(plan: Plan, slot: string): readonly string[] {
  const choices = plan.slots.find(({ name }) => name === slot)?.choices ?? [];
  return choices.map(({ plugin }) => plugin.name);
}

function headline({ status, alreadyDone, report, stageSeconds }: RunSummary): string {
  const count = (value: number): string => value.toLocaleString('en-US');
  const { ok, failed, timedOut, planned } = report.points;
  const calls = Object.values(report.stageCalls);
  const computed = calls.reduce((sum, call) => sum + call.computed, 0);
  const reused = calls.reduce((sum, call) => sum + call.reused, 0);
  const share = computed + reused > 0 ? ` (${percentText(reused / (computed + reused))})` : '';
  const done = `${count(ok + failed + timedOut)} of ${count(planned)} points`;
  const state = alreadyDone
    ? 'all of them from earlier runs'
    : `stages worked ${durationText(stageSeconds)} in this run`;
  return [
    `${report.pipeline}: ${report.question}`,
    `${status}: ${done}, ${state}; wall time ${durationText(report.wallTimeSeconds)} in all`,
    `stage calls: ${count(computed)} computed, ${count(reused)} reused${share}; front: ${count(report.frontSize)} design${report.frontSize === 1 ? '' : 's'}`,
  ].join('\n');
}

import type { RunProgress } from '@bitfront/engine';
import { durationText } from '../text/duration-text.ts';

/** `320/1,000 points · 5,310 calls reused · front 24 · 0:42 left · trainer-bnn 45 %`. */
export function progressText(now: RunProgress): string {
  const count = (value: number): string => value.toLocaleString('en-US');
  const parts = [`${count(now.done)}/${count(now.total)} points`];
  if (now.failed > 0) parts.push(`${count(now.failed)} failed`);
  parts.push(`${count(now.reused)} calls reused`, `front ${count(now.frontSize)}`);
  if (now.secondsLeft !== undefined && now.done < now.total)
    parts.push(`${now.secondsLeftAtLeast ? 'over' : 'about'} ${durationText(now.secondsLeft)} left`);
  for (const { plugin, fraction, note } of now.running.slice(0, 2))
    parts.push(`${plugin} ${Math.floor(fraction * 100)} %${note === undefined ? '' : ` ${note}`}`);
  return parts.join(' · ');
}

import { architectureText, type ZooCard } from '@bitfront/zoo';
import { bytesText } from '../text/bytes-text.ts';
import { percentText } from '../text/number-text.ts';
import { tableText } from '../text/table.ts';

/** The cards of the zoo for people. */
export function zooTable(cards: readonly ZooCard[]): string {
  if (cards.length === 0) return 'none';
  const rows = cards.map((card) => [
    card.name,
    card.dataset.name,
    architectureText(card.architecture),
    percentText(card.errorRate),
    bytesText(card.fileBytes),
    String(card.seed),
  ]);
  const table = tableText(rows, ['name', 'dataset', 'architecture', 'test error', 'size', 'seed']);
  return [table, '', ...cards.map(({ name, title }) => `${name}: ${title}`)].join('\n');
}

import type { ZooCard } from './zoo-card.ts';

const widest = 160;

/** A card as JSON for people: what fits stands in one line, so that an epoch or a layer takes one. */
export function cardText(card: ZooCard): string {
  return `${lines(card, '')}\n`;
}

function lines(value: unknown, indent: string): string {
  const short = oneLine(value);
  if (value === null || typeof value !== 'object' || indent.length + short.length <= widest) return short;
  const inner = `${indent}  `;
  const entries = Array.isArray(value)
    ? value.map((entry) => inner + lines(entry, inner))
    : present(value).map(([name, entry]) => `${inner}${JSON.stringify(name)}: ${lines(entry, inner)}`);
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  return `${open}\n${entries.join(',\n')}\n${indent}${close}`;
}

function oneLine(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(oneLine).join(', ')}]`;
  const entries = present(value).map(([name, entry]) => `${JSON.stringify(name)}: ${oneLine(entry)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

const present = (value: object) => Object.entries(value).filter(([, entry]) => entry !== undefined);

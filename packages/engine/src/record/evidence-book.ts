import { textHash } from '@bitfront/core';
import type { Evidence } from '../plan/evidence.ts';
import { getOrMake } from '../run/get-or-make.ts';
import type { PreparedChoice } from '../run/prepared-choice.ts';

/** Short ids for what stands behind a row, explained once in run.json. */
export interface EvidenceBook {
  idOf(choices: readonly PreparedChoice[]): string;
  /** Evidence id to the evidence of each slot. */
  readonly entries: Readonly<Record<string, Readonly<Record<string, Evidence>>>>;
}

export function createEvidenceBook(): EvidenceBook {
  const short = new Map<string, string>();
  const known = new Map<string, string>();
  const entries: Record<string, Record<string, Evidence>> = {};
  const shorten = (text: string) => getOrMake(short, text, () => textHash(text).slice(0, 12));
  return {
    idOf(choices) {
      const joined = choices.map(({ slot, evidence }) => `${slot}:${shorten(evidence)}`).join();
      let id = known.get(joined);
      if (id === undefined) {
        id = textHash(joined).slice(0, 12);
        known.set(joined, id);
        entries[id] = Object.fromEntries(
          choices.map(({ slot, evidence }) => [slot, JSON.parse(evidence) as Evidence]),
        );
      }
      return id;
    },
    entries,
  };
}

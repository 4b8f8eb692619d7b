/** What the lines with # above the header say. */
export interface Notes {
  readonly title?: string;
  readonly cite?: string;
  readonly residual?: string;
  /** One per line `# assumed: …`. */
  readonly assumed: readonly string[];
}

/** A table without its notes. */
export interface SplitText {
  readonly notes: Notes;
  /** The header and what follows. */
  readonly rest: string;
  /** Lines above the header. */
  readonly before: number;
}

/**
 * Takes the notes off a table's text, and a byte order mark. A note is `# title: …`, `# cite: …`, `# residual: …` or
 * `# assumed: …`; other lines with # are for people only.
 */
export function splitNotes(text: string): SplitText {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const header = lines.findIndex((line) => !/^\s*(#|$)/.test(line));
  const before = header < 0 ? lines.length : header;
  const found = lines.slice(0, before).flatMap((line) => {
    const parts = /^\s*#\s*(title|cite|residual|assumed)\s*:\s*(\S.*?)\s*$/i.exec(line);
    return parts === null ? [] : [[(parts[1] ?? '').toLowerCase(), parts[2] ?? ''] as const];
  });
  const all = (key: string) => found.filter(([name]) => name === key).map(([, note]) => note);
  const one = (key: 'title' | 'cite' | 'residual') => {
    const notes = all(key);
    return notes.length === 0 ? {} : { [key]: notes.join('; ') };
  };
  return {
    notes: { ...one('title'), ...one('cite'), ...one('residual'), assumed: all('assumed') },
    rest: lines.slice(before).join('\n'),
    before,
  };
}

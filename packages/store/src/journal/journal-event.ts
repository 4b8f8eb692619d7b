/** One line of the journal. `t` says which kind; everything else is plain JSON data. */
export type JournalEvent = { readonly t: string } & Readonly<Record<string, unknown>>;

/** Opens a run; its header is free-form. */
export type RunEvent = { readonly t: 'run' } & Readonly<Record<string, unknown>>;

/** The outcome of one point. A later row of the same id replaces an earlier one. */
export type RowEvent = {
  readonly t: 'row';
  /** The point's id, 16 hexadecimal digits. */
  readonly id: string;
  readonly status: 'ok' | 'failed' | 'timeout';
  readonly errorCode?: string;
  /** Values without names: the names stand in the `run` event before it. */
  readonly measures: readonly (number | string | null)[];
  readonly evidence: string;
  readonly failure?: { readonly message: string; readonly stack?: string };
  /** The machine was to blame: tried again on resume. */
  readonly retry?: boolean;
} & Readonly<Record<string, unknown>>;

/** One call of a heavy stage. */
export type StageEvent = {
  readonly t: 'stage';
  readonly plugin: string;
  readonly key: string;
  readonly seconds: number;
  readonly reused: boolean;
} & Readonly<Record<string, unknown>>;

/** Closes a run. */
export type EndEvent = { readonly t: 'end' } & Readonly<Record<string, unknown>>;

export function isRowEvent(event: JournalEvent): event is RowEvent {
  return event.t === 'row';
}

export function isStageEvent(event: JournalEvent): event is StageEvent {
  return event.t === 'stage';
}

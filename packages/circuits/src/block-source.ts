/** Where the numbers of a block come from. Each block exports one of these beside its function. */
export interface BlockSource {
  /** Publication or tool, with table or equation where there is one. */
  readonly cite: string;
  /** `derived`: counted in gates of a cited technology; `assumed`: nobody published it. */
  readonly how: 'measured' | 'synthesised' | 'fitted' | 'derived' | 'assumed';
  /** The range outside which the block refuses or the source says nothing. */
  readonly range: string;
  /** What is loose about it, in plain words. */
  readonly loose?: string;
}

import { describe, expect, it } from 'vitest';
import { text } from './text.ts';

describe('text', () => {
  const folder = text(/^[a-z0-9-]+$/, 'lower-case letters, digits and hyphens', 'folder of the data');

  it('accepts what its pattern matches', () => {
    expect(folder.check('my-data-2')).toBeUndefined();
    expect(folder.expected).toBe('lower-case letters, digits and hyphens');
  });

  it.each(['', 'My data', '../other'])('refuses "%s" and shows the pattern', (value) => {
    expect(folder.check(value)).toBe('It does not match /^[a-z0-9-]+$/.');
  });

  it.each([5, null, ['a']])('refuses %s as no text', (value) => {
    expect(folder.check(value)).toBe('It must be text.');
  });

  it('may have the empty text as default', () => {
    expect(text(/^/, 'any text', 'a note', '').default).toBe('');
  });
});

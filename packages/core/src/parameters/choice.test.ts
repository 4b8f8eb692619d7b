import { describe, expect, it } from 'vitest';
import { choice } from './choice.ts';

describe('choice', () => {
  const sensing = choice(['differential', 'single-ended'], 'how a bit is sensed', 'differential');

  it('accepts its names letter by letter', () => {
    expect(sensing.check('differential')).toBeUndefined();
    expect(sensing.check('single-ended')).toBeUndefined();
    expect(sensing.check('Differential')).toBe('The valid names are differential, single-ended.');
  });

  it.each([undefined, 0, ['differential'], 'length'])('refuses %s', (value) => {
    expect(sensing.check(value)).toBe('The valid names are differential, single-ended.');
  });

  it('says its names in words and keeps its default', () => {
    expect(sensing).toMatchObject({
      expected: 'one of differential, single-ended',
      default: 'differential',
      unit: '',
    });
    expect(choice(['a'], 'no default')).not.toHaveProperty('default');
  });
});

import { defineStage, integer } from '@bitfront/core';

/** How pixels reach the first layer: here the most significant bits of an unsigned integer. */
export default defineStage({
  name: 'plugin-name',
  version: 1,
  doc: 'one line for bitfront list',
  needs: {},
  gives: 'encoding',
  parameters: { bits: integer(1, 8, 'bits of one pixel at inference') },
  columns: {},
  weight: 'light',
  source: { cite: 'author, title, venue, year', where: 'section', how: 'assumed', residual: 'unknown' },
  run: (_input, { bits }) => ({ training: { kind: 'grey' }, inference: { kind: 'fixed-point', bits } }),
});

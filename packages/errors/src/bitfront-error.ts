import { type CatalogueCode, catalogue } from './catalogue.ts';
import { type ErrorText, type FieldsOf, type FieldValue, fillTemplate } from './error-text.ts';

type Entry<Code extends CatalogueCode> = (typeof catalogue)[Code];
type TemplateOf<Code extends CatalogueCode> = Entry<Code>['what'] | Entry<Code>['why'] | Entry<Code>['now'];

/** The fields that the three sentences of a code ask for. */
export type ErrorFields<Code extends CatalogueCode> = {
  readonly [Name in FieldsOf<TemplateOf<Code>>]: FieldValue;
};

/** The only error that Bitfront throws on purpose: a code of the catalogue and its three sentences. */
export class BitfrontError extends Error {
  override readonly name = 'BitfrontError';
  readonly code: CatalogueCode;
  readonly what: string;
  readonly why: string;
  readonly now: string;

  constructor(code: CatalogueCode, fields: Readonly<Record<string, FieldValue>>, options?: ErrorOptions) {
    const text: ErrorText = catalogue[code];
    const what = fillTemplate(text.what, fields);
    const why = fillTemplate(text.why, fields);
    const now = fillTemplate(text.now, fields);
    super(`${what} ${why} ${now}`, options);
    this.code = code;
    this.what = what;
    this.why = why;
    this.now = now;
  }
}

/**
 * Makes an error of the catalogue; the compiler checks the code and its fields.
 * Use as `throw bitfrontError('PLUGIN_UNKNOWN', { name, valid })`.
 */
export function bitfrontError<Code extends CatalogueCode>(
  code: Code,
  fields: ErrorFields<Code>,
  options?: ErrorOptions,
): BitfrontError {
  return new BitfrontError(code, fields as Readonly<Record<string, FieldValue>>, options);
}

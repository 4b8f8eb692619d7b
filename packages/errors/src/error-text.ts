/** One line of the catalogue: what happened, why it is refused, and what the reader can do now. */
export interface ErrorText {
  /** What happened. Fields stand in braces: `There is no plugin "{name}".` */
  readonly what: string;
  readonly why: string;
  readonly now: string;
}

/** The names in braces of a template, as a union of literals. */
export type FieldsOf<Template extends string> = Template extends `${string}{${infer Name}}${infer Rest}`
  ? (Name extends `${string} ${string}` ? never : Name) | FieldsOf<Rest>
  : never;

/** What may fill a field; a list is written as `a, b, c`. */
export type FieldValue = string | number | readonly (string | number)[];

/** Puts the fields into a template; a field without a value stays visible as `{name}`. */
export function fillTemplate(template: string, fields: Readonly<Record<string, FieldValue>>): string {
  return template.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const value = fields[name];
    if (value === undefined) return whole;
    return Array.isArray(value) ? value.join(', ') : String(value);
  });
}

/** A word as a shell takes it: quoted where it would be read otherwise. */
export const shellText = (word: string): string =>
  /^[\w.,=+:/@%-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;

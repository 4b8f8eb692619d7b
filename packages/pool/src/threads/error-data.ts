import { BitfrontError, type CatalogueCode } from '@bitfront/errors';

/** An error of the catalogue as plain data: cloning an error between threads loses its class and its code. */
export interface ErrorData {
  readonly code: CatalogueCode;
  readonly message: string;
  readonly what: string;
  readonly why: string;
  readonly now: string;
}

export function errorData({ code, message, what, why, now }: BitfrontError): ErrorData {
  return { code, message, what, why, now };
}

/** The error again, with the texts it had in its own thread. */
export function revived(data: ErrorData): BitfrontError {
  return Object.assign(new BitfrontError(data.code, {}), data);
}

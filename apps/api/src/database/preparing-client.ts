import { createHash } from 'node:crypto';
import pg from 'pg';

/** Names of statements by their text; texts are written in the code, so there are a few hundred at most. */
const names = new Map<string, string>();

function nameOf(text: string): string {
  const known = names.get(text);
  if (known) return known;
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 24);
  names.set(text, name);
  return name;
}

/**
 * A connection that has every statement with parameters prepared once, under a name made of its text: PostgreSQL then
 * neither reads nor, where one plan suits all parameters, plans it again. TypeORM offers no names, its pool takes a client.
 */
export class PreparingClient extends pg.Client {
  // TypeORM calls it with a text and its parameters, and awaits the answer.
  override query = ((...given: unknown[]) => {
    const [text, values] = given;
    const isPlain = typeof text === 'string' && Array.isArray(values) && values.length > 0;
    const query = super.query.bind(this) as (...given: unknown[]) => unknown;
    return isPlain ? query({ name: nameOf(text), text, values }, ...given.slice(2)) : query(...given);
  }) as pg.Client['query'];
}

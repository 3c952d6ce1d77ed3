import { DomainError } from '@forum/domain/errors';

/** Refuses an instance: where, what stands there, and what to write instead. */
export function refuse(path: string, value: unknown, remedy: string): never {
  const said = value === undefined ? 'nothing' : JSON.stringify(value);
  const shown = said && said.length > 80 ? `${said.slice(0, 77)}…` : said;
  throw new DomainError('request.invalid', { path, value, remedy }, `${path} is ${shown}: ${remedy}.`);
}

/** One object of an instance that is being read. Every field is asked for by name; the rest is refused by `end`. */
export class Fields {
  private readonly asked = new Set<string>();
  private readonly object: Readonly<Record<string, unknown>>;
  readonly path: string;

  constructor(value: unknown, path: string) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      refuse(path, value, 'write an object');
    }
    this.object = value as Record<string, unknown>;
    this.path = path;
  }

  /** The value of a field, undefined when it is absent or null. */
  raw(name: string): unknown {
    this.asked.add(name);
    return Object.hasOwn(this.object, name) ? (this.object[name] ?? undefined) : undefined;
  }

  /** A whole number within limits; the default when absent, refused when there is none. */
  whole(name: string, [least, most]: readonly [number, number], otherwise?: number): number {
    const value = this.raw(name) ?? otherwise;
    return wholeNumber(value, `${this.path}.${name}`, [least, most]);
  }

  /** A whole number or null. */
  wholeOrNull(name: string, range: readonly [number, number]): number | null {
    return this.raw(name) === undefined ? null : this.whole(name, range);
  }

  /** A number of at least zero. */
  amount(name: string, otherwise: number): number {
    const value = this.raw(name) ?? otherwise;
    if (typeof value !== 'number' || !(value >= 0) || value > 1e6) {
      refuse(`${this.path}.${name}`, value, 'write a number from 0 to 1000000');
    }
    return value;
  }

  /** A name of 1 to 200 characters; numbers are taken as their digits. */
  id(name: string): string {
    return identifier(this.raw(name), `${this.path}.${name}`);
  }

  /** A name or null. */
  idOrNull(name: string): string | null {
    return this.raw(name) === undefined ? null : this.id(name);
  }

  /** True or false. */
  flag(name: string, otherwise: boolean): boolean {
    const value = this.raw(name) ?? otherwise;
    if (typeof value !== 'boolean') refuse(`${this.path}.${name}`, value, 'write true or false');
    return value;
  }

  /** A list, each item read by its own reader; empty when absent. */
  list<T>(name: string, read: (item: unknown, path: string) => T, most = 100_000): T[] {
    const value = this.raw(name) ?? [];
    const path = `${this.path}.${name}`;
    if (!Array.isArray(value)) refuse(path, value, 'write a list');
    if (value.length > most) refuse(`${path}.length`, value.length, `write at most ${most}`);
    return value.map((item, index) => read(item, `${path}[${index}]`));
  }

  /** Refuses every field that nobody has asked for. */
  end(): void {
    for (const name of Object.keys(this.object)) {
      if (!this.asked.has(name)) {
        refuse(`${this.path}.${name}`, this.object[name], `this field is not known here; leave it out`);
      }
    }
  }
}

/** A whole number within limits, or a refusal. */
export function wholeNumber(value: unknown, path: string, [least, most]: readonly [number, number]): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most) {
    refuse(path, value, `write a whole number from ${least} to ${most}`);
  }
  return value;
}

/** A name, or a refusal; numbers are taken as their digits. */
export function identifier(value: unknown, path: string): string {
  const text = typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : value;
  if (typeof text !== 'string' || text.length === 0 || text.length > 200) {
    refuse(path, value, 'write a name of 1 to 200 characters');
  }
  return text;
}

import type { Route } from '@forum/contract/route';
import fc from 'fast-check';
import { arbitraryOf } from './arbitrary-of.ts';

/** A request as it goes over the wire. */
export interface HostileRequest {
  name: string;
  method: Route['method'];
  url: string;
  headers: Record<string, string>;
  payload: Buffer;
}

const hostileValues: readonly unknown[] = [
  null,
  true,
  -1,
  1e308,
  2 ** 31,
  Number.MAX_SAFE_INTEGER,
  'NaN',
  '-Infinity',
  '1e999',
  '',
  '\0',
  'nul\0inside',
  '\ud800',
  'half \udc00 pair',
  '__proto__',
  '../../etc/passwd',
  '\u202e\u0007\u001b[2J',
  'x'.repeat(70_000),
  [],
  [[[[[[]]]]]],
  {},
  { toString: 'x', constructor: { prototype: {} } },
  JSON.parse('{"__proto__":{"secretariat":true}}'),
];

const hostile = fc.oneof(fc.constantFrom(...hostileValues), fc.jsonValue(), fc.string({ unit: 'binary' }));

/** One place of a value replaced, or an unknown field added. */
const spoilt = (value: unknown, at: readonly number[], poison: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return poison;
  const keys = Object.keys(value);
  const key = keys[(at[0] ?? 0) % (keys.length + 1)] ?? '__proto__';
  const entries = Object.entries(value).filter(([name]) => name !== key);
  const inner = at.length > 1 ? spoilt((value as Record<string, unknown>)[key], at.slice(1), poison) : poison;
  if (Array.isArray(value)) return [...entries.map(([, item]) => item as unknown), inner];
  return Object.fromEntries([...entries, [key, inner]]);
};

const bodyOf = (route: Route, ids: readonly string[]): fc.Arbitrary<Buffer> => {
  const fit = arbitraryOf(route.body, ids);
  const broken = fc
    .tuple(fit, fc.array(fc.nat(20), { minLength: 1, maxLength: 3 }), hostile)
    .map(([value, at, poison]) => spoilt(value, at, poison));
  const asJson = fc.oneof({ weight: 4, arbitrary: fit }, { weight: 4, arbitrary: broken }, hostile);
  const deep = fc.constantFrom(
    '['.repeat(20_000),
    '{"a":'.repeat(5_000),
    '"\\ud800"',
    '{"__proto__":1}',
    'NaN',
    '',
  );
  return fc.oneof(
    { weight: 8, arbitrary: asJson.map((value) => Buffer.from(JSON.stringify(value) ?? '')) },
    { weight: 1, arbitrary: deep.map((text) => Buffer.from(text)) },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)) },
  );
};

const brokenPart = fc.constantFrom(
  '%00',
  '%ff',
  '%',
  '%ed%a0%80',
  '..%2f',
  'x'.repeat(150),
  '__proto__',
  '%20',
  '0',
  '-1',
);

/** Mostly an id that there is, now and then nonsense. */
const pathOf = (route: Route, known: Record<string, readonly string[]>): fc.Arbitrary<string> => {
  const parts = route.path.split('/').map((part) => {
    if (!part.startsWith(':')) return fc.constant(part);
    const there = known[part.slice(1)] ?? ['s'.repeat(40), '2040'];
    return fc.oneof(
      { weight: 12, arbitrary: fc.constantFrom(...there) },
      { weight: 1, arbitrary: brokenPart },
    );
  });
  return fc.tuple(...parts).map((path) => `/api${path.join('/')}`);
};

const queryOf = (route: Route, ids: readonly string[]): fc.Arbitrary<string> => {
  const value = fc.oneof(
    brokenPart,
    fc.string({ unit: 'binary' }).map((text) => encodeURIComponent(text)),
  );
  const wild = fc.tuple(fc.constantFrom(...Object.keys(route.query.shape), 'surprise', '__proto__'), value);
  const fit = arbitraryOf(route.query, ids).map((query) =>
    Object.entries(query as object).map(([name, sent]): [string, string] => [
      name,
      encodeURIComponent(String(sent)),
    ]),
  );
  return fc
    .oneof({ weight: 3, arbitrary: fit }, fc.array(wild, { maxLength: 3 }))
    .map((pairs) => pairs.map((pair) => pair.join('=')).join('&'));
};

const contentTypes = [
  'application/json',
  'application/json; charset=utf-16',
  'text/plain',
  'multipart/form-data',
  '',
  '\u00ff',
];

/** Requests to a route that are well formed, nearly well formed, and not at all. */
export function hostileRequest(
  name: string,
  route: Route,
  known: Record<string, readonly string[]>,
): fc.Arbitrary<HostileRequest> {
  const ids = Object.entries(known).flatMap(([kind, values]) => (kind === 'edition' ? [] : values));
  const usual = route.accepts ?? 'application/json';
  return fc
    .record({
      path: pathOf(route, known),
      query: queryOf(route, ids),
      payload: bodyOf(route, ids),
      type: fc.oneof(
        { weight: 12, arbitrary: fc.constant(usual) },
        { weight: 1, arbitrary: fc.constantFrom(...contentTypes) },
      ),
    })
    .map(({ path, query, payload, type }) => ({
      name,
      method: route.method,
      url: query ? `${path}?${query}` : path,
      headers: { 'content-type': type },
      payload,
    }));
}

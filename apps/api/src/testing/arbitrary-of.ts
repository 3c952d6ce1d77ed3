import fc from 'fast-check';
import { z } from 'zod';

interface Schema {
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  minItems?: number;
  maxItems?: number;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  format?: string;
  pattern?: string;
}

/** Values that a schema of the contract accepts, or nearly: of its shape, at its bounds, with the ids that there are. */
export function arbitraryOf(schema: z.ZodType, ids: readonly string[]): fc.Arbitrary<unknown> {
  return arbitrary(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema, ids);
}

function arbitrary(schema: Schema, ids: readonly string[]): fc.Arbitrary<unknown> {
  const forms = schema.anyOf ?? schema.oneOf;
  if (forms) return fc.oneof(...forms.map((form) => arbitrary(form, ids)));
  if (Array.isArray(schema.type)) {
    return fc.oneof(...schema.type.map((type) => arbitrary({ ...schema, type }, ids)));
  }
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  switch (schema.type) {
    case 'object':
      return schema.properties
        ? record(schema.properties, schema.required ?? [], ids)
        : fc.dictionary(fc.string(), fc.jsonValue());
    case 'array':
      return list(schema, ids);
    case 'integer':
    case 'number':
      return wholeNumber(schema);
    case 'string':
      return text(schema, ids);
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return fc.jsonValue();
  }
}

function record(properties: Record<string, Schema>, required: string[], ids: readonly string[]) {
  const fields = Object.entries(properties).map(([name, field]) => [name, arbitrary(field, ids)] as const);
  return fc.record(Object.fromEntries(fields), { requiredKeys: required });
}

function list({ items = {}, minItems = 0, maxItems = 50 }: Schema, ids: readonly string[]) {
  return fc.array(arbitrary(items, ids), {
    minLength: minItems,
    maxLength: Math.min(maxItems, minItems + 3),
  });
}

/** Mostly small, as versions are; now and then as large as the schema allows. */
function wholeNumber({ minimum = -1, maximum = Number.MAX_SAFE_INTEGER }: Schema) {
  return fc.oneof(
    { weight: 5, arbitrary: fc.integer({ min: minimum, max: Math.min(maximum, minimum + 3) }) },
    { weight: 1, arbitrary: fc.constantFrom(maximum, Math.min(maximum, 2 ** 31)) },
  );
}

const texts: Record<string, readonly string[]> = {
  date: ['2031-05-12', '2031-05-13', '0000-01-01', '9999-12-31'],
  'date-time': [
    '2031-05-12T00:00:00Z',
    '2031-05-12T00:25:00Z',
    '0000-01-01T00:00:00Z',
    '9999-12-31T23:59:59Z',
  ],
  email: ['mallory@example.org', 'MALLORY@Example.ORG'],
  uri: ['https://example.org/%00?q=%27', 'http://위원회.example'],
};

/** Of the words and times that the forum knows, those that fit; or else anything that does. */
function matching(pattern: RegExp) {
  const likely = ['2031-05-12T10:30', '2031-05-12T11:15', 'KR', 'PL', 'ko', 'en-GB'].filter((word) =>
    pattern.test(word),
  );
  // fast-check draws nothing that looks ahead: what must not stand there is asked of what was drawn.
  const drawn = new RegExp(pattern.source.replaceAll(/\(\?!\w+\)/g, ''));
  const any = fc.stringMatching(drawn, { size: 'small' }).filter((word) => pattern.test(word));
  return likely.length > 0 ? fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...likely) }, any) : any;
}

function text({ format = '', pattern, minLength = 0, maxLength = 20_000 }: Schema, ids: readonly string[]) {
  if (format === 'uuid')
    return fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...ids) }, { weight: 1, arbitrary: fc.uuid() });
  const known = texts[format];
  if (known) return fc.constantFrom(...known);
  if (pattern) return matching(new RegExp(pattern));
  const bounds = { minLength, maxLength: Math.min(maxLength, minLength + 20) };
  return fc.oneof(
    fc.string({ unit: 'grapheme', ...bounds }),
    fc.constantFrom(
      'Europe/Seoul',
      'Asia/Seoul',
      '%_\\',
      "' or 1=1 --",
      '\u202e위원회',
      '0',
      ' ',
      'x'.repeat(maxLength),
    ),
  );
}

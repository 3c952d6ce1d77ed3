import { describe, expect, it } from '@jest/globals';
import type { z } from 'zod';
import { routeFacts } from './advice/route-facts.ts';
import { controlEntry } from './meetings/topic-control.ts';
import { routes } from './routes.ts';
import { countryCode, filledLine, line, mailAddress, prose } from './scalars.ts';

const said =
  (schema: { safeParse: (value: unknown) => { error?: { issues: { message: string }[] } } }) =>
  (value: unknown) =>
    schema.safeParse(value).error?.issues.map(({ message }) => message) ?? [];

describe('a country', () => {
  it('is one that there is; the refusal says what to give', () => {
    const country = said(countryCode);
    expect(['KR', 'GB', 'XK'].flatMap(country)).toEqual([]);
    expect(country('ZZ')).toEqual(['is no country of ISO 3166-1; give one such as KR']);
    expect(country('kr')).toEqual(['two capital letters of ISO 3166-1, such as KR']);
  });
});

describe('a mail address', () => {
  const mail = said(mailAddress);

  it.each([
    [' kim@firm.example ', 'kim@firm.example'],
    ['kim@münchen.example', 'kim@xn--mnchen-3ya.example'],
    ['kim@MÜNCHEN.example', 'kim@xn--mnchen-3ya.example'],
    ['Kim.Lee+forum@firm.example', 'Kim.Lee+forum@firm.example'],
    ['kim@방위산업.example', expect.stringMatching(/^kim@xn--[a-z0-9]+\.example$/)],
  ])('%j is taken as a browser sends it', (typed, sent) => {
    const read = mailAddress.parse(typed);
    expect(read).toEqual(sent);
    expect(mailAddress.parse(read)).toBe(read);
  });

  it('that is none is refused with what to write', () => {
    for (const none of [
      'müller@firm.example',
      'kim',
      'kim@',
      '@firm.example',
      'kim@a/b.example',
      'kim@firm.example:25',
      '',
    ])
      expect(mail(none)).toEqual([
        'a mail address such as kim@firm.example; what stands before the @ has only letters a to z, digits and . _ + -',
      ]);
  });
});

describe('the share of components from outside', () => {
  it('is a percentage', () => {
    const share = (outsidePercent: string) => said(routeFacts)({ outsidePercent });
    expect(['0', '35', '34.999999', '100', '100.000', '035'].flatMap(share)).toEqual([]);
    for (const none of ['135', '100.01', '-1', '34,5', '']) expect(share(none)).not.toEqual([]);
  });
});

describe('an entry of a control list', () => {
  it('is of the lists as they are: ML1 to ML22, DU0 to DU9, or finer', () => {
    const entry = said(controlEntry);
    expect(
      ['ML1', 'ML9', 'ML10', 'ML22', 'ML10a', 'DU0', 'DU9', 'DU6A003', 'DU5A002.a'].flatMap(entry),
    ).toEqual([]);
    for (const none of ['ML0', 'ML23', 'ML99', 'ML05', 'DU10', 'DU', 'ML', 'ml5', 'XX1']) {
      expect(entry(none)).not.toEqual([]);
    }
  });
});

describe('a text', () => {
  it('of one line loses what cannot be seen, before its length is measured', () => {
    expect(line(3).parse(' \u202eK\u200bi\u3164m\u2028')).toBe('Kim');
    expect(said(line(3))('Kim!')).not.toEqual([]);
  });

  it('that must be filled is refused when nothing can be seen', () => {
    for (const blank of ['', ' ', '\u200b', '\u202e', '\u3164', '\u2800', '\u{e0041}', '\u0301'])
      expect(said(filledLine(80))(blank)).toEqual(['must hold something that can be seen']);
    expect(filledLine(80).parse('علی‌رضا')).toBe('علی‌رضا');
  });

  it('of several lines keeps them, and loses overrides of direction and controls', () => {
    expect(prose(80).parse('a\r\n\tb\u202e\u0007')).toBe('a\n\tb');
  });

  it('is of these kinds wherever a route takes one that is kept', () => {
    const taken = [...routes].flatMap(([name, { body, query }]) =>
      [body, query].flatMap((schema) => stringsIn(schema, name)),
    );
    expect(taken.length).toBeGreaterThan(100);
    const hidden = 'KR\u202e-\u0007\u{e0041}\ud800';
    const keeping = taken.filter(({ schema }) =>
      /[\u202e\u0007\p{Cs}]/u.test(String(schema.safeParse(hidden).data)),
    );
    // Secrets are compared, zones looked up, names of attachments, keys of speakers and heads of streams read by rules of their own.
    expect(keeping.map(({ at }) => at).filter((at) => !/[zZ]one$/.test(at))).toEqual([
      'identity.askForCode.work.puzzle',
      'identity.signInByCode.code',
      'factors.confirmCodeApp.code',
      'factors.proveByCode.code',
      'factors.useEnrolmentCode.code',
      'factors.addPasskey.credential.id',
      'factors.proveByPasskey.credential.id',
      'factors.signInByPasskey.credential.id',
      'delegations.saveDraft.invitation',
      'programme.applyImport.speakers.key',
      'attachments.addAttachment.name',
      'live.readChanges.since',
    ]);
  });
});

interface Described {
  type: string;
  shape?: Record<string, z.ZodType>;
  element?: z.ZodType;
  options?: z.ZodType[];
  items?: z.ZodType[];
  innerType?: z.ZodType;
  in?: z.ZodType;
  keyType?: z.ZodType;
  valueType?: z.ZodType;
}

/** Every schema of a string in a schema, with the path to it. */
function stringsIn(schema: z.ZodType, at: string): { at: string; schema: z.ZodType }[] {
  const def = schema.def as unknown as Described;
  if (def.type === 'string') return [{ at, schema }];
  const fields = Object.entries(def.shape ?? {}).map(([name, field]) => [`${at}.${name}`, field] as const);
  const parts = [
    def.element,
    def.innerType,
    def.in,
    def.keyType,
    def.valueType,
    ...(def.options ?? []),
    ...(def.items ?? []),
  ];
  const nested = parts.flatMap((part) => (part ? [[at, part] as const] : []));
  return [...fields, ...nested].flatMap(([path, part]) => stringsIn(part, path));
}

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Sender } from '../letters/sender.ts';
import { agreedMeeting, exampleMeeting, exampleNotices, seoul } from './example-notices.ts';
import { type KindWithFacts, noticeKinds } from './kinds.ts';
import type { MeetingFacts } from './meeting-facts.ts';
import { registrationFacts } from './registration.ts';
import { renderNotice } from './render-notice.ts';

const baseUrl = 'https://forum.example';
const languages = ['en', 'ko'] as const;

const rendered = (
  notice: KindWithFacts,
  language = 'en',
  sender: Sender | null = seoul,
  zone: string | null = null,
) => renderNotice(notice, { language, zone }, { sender, baseUrl });
const ofMeeting = (facts: Partial<MeetingFacts>, language = 'en') =>
  rendered({ kind: 'meeting', facts: { ...exampleMeeting, ...facts } }, language);
const ofAgreed = (facts: Partial<MeetingFacts>, language = 'en') =>
  rendered({ kind: 'meeting', facts: { ...agreedMeeting, ...facts } }, language);
/** The elements of a page, each as its tag with all attributes. */
const tagsOf = (html: string): string[] => html.match(/<[^>]*>/g) ?? [];
const unreachable: Sender = { ...seoul, contactMail: null, contactPhone: null };
const nameOf = ({ kind, facts }: KindWithFacts) =>
  [kind, 'news' in facts ? facts.news : 'kind' in facts ? facts.kind : ''].filter(Boolean).join(' ');

it('has an example of every kind', () => {
  expect([...new Set(exampleNotices.map(({ kind }) => kind))].sort()).toEqual(
    Object.keys(noticeKinds).sort(),
  );
});

it('has an example of every news of a registration', () => {
  const shown = exampleNotices.flatMap((one) => (one.kind === 'registration' ? [one.facts.news] : []));
  const all = registrationFacts.options.map(({ shape }) => shape.news.value);
  expect(new Set(shown)).toEqual(new Set(all));
});

it('takes a principal for an address only where that is all there is', () => {
  const facts = (principal: string) =>
    ({ news: 'aide:invited', aide: 'ylva@ministry.example', principal }) as const;
  const of = (principal: string) => rendered({ kind: 'aide', facts: facts(principal) }).text;
  expect(of('oskar@ministry.example')).toContain('oskar@ministry.example');
  expect(of('Kim @ https://evil.example')).not.toContain('evil.example');
});

describe.each(languages)('every notice in %s', (language) => {
  it.each(exampleNotices.map((notice) => [nameOf(notice), notice] as const))('%s', (_, notice) => {
    const { from, subject, text, html } = rendered(notice, language);
    const tags = tagsOf(html);
    expect(from).toMatch(/^(Seoul|서울) 2026 · Defence Industry Forum$/);
    expect(subject).not.toBe('');
    for (const said of [text, html, subject]) expect(said).not.toMatch(/undefined|null|NaN|\[object/);
    expect(/\p{Script=Hangul}/u.test(subject)).toBe(language === 'ko');
    expect(tags[1]).toBe(`<html lang="${language}">`);
    // The text and the page lead to one and the same place, which is of this forum.
    const links = tags.flatMap((tag) => /^<a .*href="(.*)"/.exec(tag)?.[1] ?? []);
    expect(links).toHaveLength(notice.kind === 'journal-heads' ? 0 : 1);
    for (const link of links) {
      expect(link).toMatch(/^https:\/\/forum\.example\/(e|secretariat|sign-in|\?to=)/);
      expect(text).toContain(`\n${link}\n`);
    }
    expect(tags.filter((tag) => /^<(table|img|script|iframe|link|form)\b/.test(tag))).toEqual([]);
    expect(html).not.toMatch(/url\(|@import|src=/);
    expect(text).toContain('host@forum.example · +82 2 123 4567');
    expect(text).toContain('Hangang Convention Centre, Riverside Road 51');
  });

  it.each(exampleNotices.map((notice) => [nameOf(notice), notice] as const))(
    '%s names no way to the host where none is known',
    (_, notice) => {
      const { text, html } = rendered(notice, language, unreachable);
      for (const said of [text, html])
        expect(said).not.toMatch(/host@|write to|call \+|연락처|메일 host|accreditation office\b.*questions/);
    },
  );
});

describe('a subject', () => {
  it('never holds what another user has written', () => {
    const secret = 'Xyzzy';
    const words: Partial<MeetingFacts> = { topic: secret, message: secret, ownPeople: [], otherPeople: [] };
    const notices = exampleNotices.map((notice): KindWithFacts => {
      if (notice.kind === 'meeting') return { kind: 'meeting', facts: { ...notice.facts, ...words } };
      if (notice.kind === 'release-awaited')
        return { kind: notice.kind, facts: { ...notice.facts, topic: secret } };
      if (notice.kind === 'representation')
        return { kind: notice.kind, facts: { ...notice.facts, name: secret, by: secret, reason: secret } };
      if (notice.kind === 'officer-named')
        return { kind: notice.kind, facts: { ...notice.facts, officer: secret, by: secret } };
      if (notice.kind === 'aide')
        return { kind: notice.kind, facts: { ...notice.facts, aide: secret, principal: secret } };
      return notice;
    });
    for (const language of languages)
      for (const notice of notices) expect(rendered(notice, language).subject).not.toContain(secret);
  });
});

describe('what people have written', () => {
  it('never becomes an element, an attribute or a link of the page', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      fc.constantFrom(
        '<script>alert(1)</script>',
        '"><img src=x onerror=alert(1)>',
        "' style='x",
        '&lt;b&gt;',
        '</style><a href="https://evil.example">',
      ),
    );
    const plain = ofMeeting({
      topic: 'x',
      message: 'x',
      own: 'x',
      other: 'x',
      otherPeople: [{ name: 'x', office: 'x' }],
    });
    fc.assert(
      fc.property(hostile, (text) => {
        const said = `x${text}`;
        const { html } = ofMeeting({
          topic: said,
          message: said,
          own: said,
          other: said,
          otherPeople: [{ name: said, office: said }],
        });
        expect(tagsOf(html)).toEqual(tagsOf(plain.html));
      }),
    );
  });

  it('keeps its lines in a quote, with who wrote it', () => {
    const { text } = ofMeeting({});
    expect(text).toContain(
      'Nordlys Maritime writes:\n> We would like to show you our towed array.\n> Twenty minutes will do.',
    );
  });

  it('makes no link of a name', () => {
    const { text } = ofMeeting({
      otherPeople: [{ name: 'Kim https://evil.example', office: 'www.evil.com' }],
    });
    expect(text).toContain('Who asks: Kim\n');
    expect(text).not.toContain('evil');
  });
});

describe('a request for a meeting', () => {
  it('says who asks, their message, each time with its end and zone, and until when to answer', () => {
    const { subject, text } = ofMeeting({});
    expect(subject).toBe('Nordlys Maritime asks for a meeting');
    expect(text).toContain('  Tue, 1 Dec 2026, 09:30–09:50 Seoul (UTC+9)\n');
    expect(text).toContain('  Tue, 1 Dec 2026, 14:00–14:20/14:30 Seoul (UTC+9)\n');
    expect(text).toContain('Please answer by: Mon, 30 Nov 2026, 18:00 Seoul (UTC+9)');
    expect(text).toContain('Who asks:\n  Eirik Solheim, Head of Sales\n');
    expect(text).toContain('Topic: Sonar for coastal patrol');
  });

  it('never says that it takes place', () => {
    for (const news of ['requested', 'proposed', 'reminder'] as const)
      expect(ofMeeting({ news }).text).not.toMatch(/agreed\.|takes place|stays/);
  });

  it('says no time twice in one line', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 5, max: 60 }), (quarter, minutes) => {
        const start = new Date(Date.UTC(2026, 11, 1) + quarter * 900_000);
        const ends = [new Date(start.getTime() + minutes * 60_000).toISOString()];
        const { text } = ofMeeting({ suggested: [{ start: start.toISOString(), ends }] });
        expect(text).not.toMatch(/(\d\d:\d\d)–\1/);
      }),
    );
  });
});

describe('an agreed meeting', () => {
  it('says when, where and who comes from each side', () => {
    const { text } = ofAgreed({});
    expect(text).toContain('When: Tue, 1 Dec 2026, 09:30–09:50 Seoul (UTC+9)');
    expect(text).toContain(
      'Where:\n  Meeting Hall, Table C6\n  Hangang Convention Centre, Riverside Road 51\n',
    );
    expect(text).toContain('Interpreter: Park Jihun (Korean, Norwegian)');
    expect(text).toContain('From Hanbit Aerospace: 우아름, 해외사업본부 수석');
    expect(text).toContain('From Nordlys Maritime:\n  Eirik Solheim, Head of Sales\n');
    expect(ofAgreed({}, 'ko').text).toContain('장소:\n  Meeting Hall, 테이블 C6\n');
  });

  it('of a plan says what it is about in the language of the reader, and what somebody typed as it is', () => {
    const planned = { topic: 'Radar', topicKo: '레이더' };
    expect(ofAgreed(planned).text).toContain('Topic: Radar\n');
    expect(ofAgreed(planned, 'ko').text).toContain('주제: 레이더\n');
    expect(ofAgreed({ topic: 'Minensuche' }, 'ko').text).toContain('주제: Minensuche\n');
  });

  it.each([
    ['own', 'Your side has cancelled the meeting with Nordlys Maritime.'],
    ['other', 'Nordlys Maritime has cancelled the meeting with you.'],
    ['host', 'The host has cancelled the meeting with Nordlys Maritime.'],
    [null, 'The meeting with Nordlys Maritime is cancelled.'],
  ] as const)('that was cancelled by %s says so, and only when it was to be', (by, said) => {
    const { text } = ofAgreed({ news: 'cancelled', by });
    expect(text).toContain(said);
    expect(text).toContain('It was to be: Tue, 1 Dec 2026, 09:30–09:50');
    expect(text).not.toMatch(/Where|From Nordlys/);
  });

  it('is not called cancelled to somebody without whom it takes place', () => {
    const { subject, text } = ofAgreed({ news: 'left' });
    expect(`${subject} ${text}`).not.toMatch(/cancel/i);
    expect(text).toContain('It takes place without you.');
  });
});

describe('a registration', () => {
  const of = (facts: Extract<KindWithFacts, { kind: 'registration' }>['facts'], sender = seoul) =>
    rendered({ kind: 'registration', facts }, 'en', sender).text;

  it('opens what it opens: no meetings to who is of no firm, none yet to who waits for theirs', () => {
    const official = of({ news: 'accredited', firm: null, speaks: false, colleagues: false });
    expect(official).not.toMatch(/meeting/i);
    expect(official).toContain('https://forum.example/e/seoul-2026/today');
    expect(of({ news: 'accredited', firm: 'Hanbit', speaks: true, colleagues: false })).toContain(
      'So are the meetings, wishes and documents of Hanbit',
    );
    expect(of({ news: 'accredited', firm: 'Hanbit', speaks: false, colleagues: false })).toContain(
      'open when the host confirms',
    );
    expect(of({ news: 'accredited', firm: 'Hanbit', speaks: false, colleagues: true })).toContain(
      'open when one of the representatives of Hanbit, or the host, confirms',
    );
  });

  it('speaks of meetings that end, and of registering again, only where there are any and where it is open', () => {
    expect(of({ news: 'revoked', meetings: 0 })).not.toMatch(/meeting/);
    expect(of({ news: 'revoked', meetings: 2 })).toContain('the 2 meetings that you were to attend');
    expect(of({ news: 'withdrawn', meetings: 0, open: false })).not.toMatch(/register again|meeting/);
    expect(of({ news: 'withdrawn', meetings: 0, open: true })).toContain('register again');
  });

  it('says where questions go only where that is known', () => {
    expect(of({ news: 'declined' })).toContain('write to host@forum.example or call +82 2 123 4567.');
    expect(of({ news: 'declined' }, unreachable)).not.toContain('question');
    expect(of({ news: 'declined' }, { ...unreachable, contactPhone: '+82 2' })).toContain(
      'questions, call +82 2.',
    );
  });
});

describe('a role', () => {
  const of = (facts: Extract<KindWithFacts, { kind: 'role' }>['facts']) => rendered({ kind: 'role', facts });

  it('is said once, with what it does, and leads to where it is used', () => {
    const { subject, text } = of({ role: 'accreditation-officer', of: null });
    expect(subject).toBe('You are an accreditation officer: Seoul 2026');
    expect(text.match(/Seoul 2026/g)!.length).toBeLessThanOrEqual(3);
    expect(text).toContain('https://forum.example/secretariat/seoul-2026\n');
    expect(text).toContain('second factor');
  });

  it('of a delegation names it and leads to it', () => {
    const { text } = of({ role: 'delegation-head', of: 'Norway' });
    expect(text).toContain('You head the delegation “Norway” at Seoul 2026');
    expect(text).toContain('https://forum.example/secretariat/seoul-2026/delegations\n');
    expect(text).not.toContain('second factor');
  });
});

describe('a reminder of what a firm has not said yet', () => {
  it('does not say that nothing is suggested without a profile', () => {
    const facts = { firm: 'Nordlys', profile: false, wishes: 0, asked: 10, deadline: '2026-12-01T00:00:00Z' };
    const { text } = rendered({ kind: 'wishes-missing', facts });
    expect(text).not.toMatch(/nobody|suggested/);
    expect(text).toContain('https://forum.example/e/seoul-2026/our-profile\n');
    expect(text).toContain('Wishes close: Tue, 1 Dec 2026, 09:00 Seoul (UTC+9)');
  });
});

describe('a code', () => {
  it('is in the subject, and is no notice that is kept', () => {
    const facts = { code: 'GF0J-1XBA', path: '/sign-in/link#secret', minutes: 10 };
    expect(rendered({ kind: 'sign-in-code', facts }).subject).toContain('GF0J-1XBA');
    expect(noticeKinds['sign-in-code'].isMailOnly).toBe(true);
  });
});

it('a reader elsewhere has their own time beside the venue’s', () => {
  const { text } = rendered({ kind: 'meeting', facts: agreedMeeting }, 'en', seoul, 'Europe/Oslo');
  expect(text).toContain('09:30–09:50 Seoul (UTC+9) · 01:30 your time');
});

it('is from the forum itself where there is no edition yet', () => {
  const facts = { code: 'GF0J-1XBA', path: '/sign-in/link#secret', minutes: 10 };
  expect(rendered({ kind: 'sign-in-code', facts }, 'en', null).from).toBe('Forum');
});

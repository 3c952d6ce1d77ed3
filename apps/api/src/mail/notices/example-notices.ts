import type { Sender } from '../letters/sender.ts';
import type { KindWithFacts } from './kinds.ts';
import { type MeetingFacts, meetingNewsKinds } from './meeting-facts.ts';
import { aideNews } from './aide.ts';
import { standingNews } from './representation.ts';

/** An edition in Seoul that says how its host is reached. */
export const seoul: Sender = {
  slug: 'seoul-2026',
  title: 'Defence Industry Forum, Seoul',
  year: 2026,
  city: 'Seoul',
  cities: { ko: '서울' },
  venue: 'Hangang Convention Centre',
  address: 'Riverside Road 51',
  zone: 'Asia/Seoul',
  accent: 'jade',
  contactMail: 'host@forum.example',
  contactPhone: '+82 2 123 4567',
};

/** A meeting as one side sees it. */
export const exampleMeeting: MeetingFacts = {
  news: 'requested',
  meetingId: '0190d7c0-0000-7000-8000-000000000001',
  own: 'Hanbit Aerospace',
  other: 'Nordlys Maritime',
  topic: 'Sonar for coastal patrol',
  by: 'other',
  gone: null,
  message: 'We would like to show you our towed array.\nTwenty minutes will do.',
  suggested: [
    { start: '2026-12-01T00:30:00Z', ends: ['2026-12-01T00:50:00Z'] },
    { start: '2026-12-01T05:00:00Z', ends: ['2026-12-01T05:20:00Z', '2026-12-01T05:30:00Z'] },
  ],
  answerBy: '2026-11-30T09:00:00Z',
  slot: null,
  table: null,
  interpreter: null,
  ownPeople: [{ name: '우아름', office: '해외사업본부 수석' }],
  otherPeople: [
    { name: 'Eirik Solheim', office: 'Head of Sales' },
    { name: 'कर्नल प्रतिभा वेंकटेश्वर राव सुब्रह्मण्यम', office: 'Naval attaché' },
  ],
};

/** The same, agreed. */
export const agreedMeeting: MeetingFacts = {
  ...exampleMeeting,
  news: 'accepted',
  message: '',
  suggested: [],
  answerBy: null,
  slot: { start: '2026-12-01T00:30:00Z', end: '2026-12-01T00:50:00Z' },
  table: { hall: 'Meeting Hall', label: 'C6' },
  interpreter: { name: 'Park Jihun', languages: ['ko', 'no'] },
};

const planned = (n: number) => ({
  meetingId: agreedMeeting.meetingId,
  other: ['Nordlys Maritime', 'Garonne Avionics', '한강정밀'][n % 3]!,
  topic: agreedMeeting.topic,
  slot: agreedMeeting.slot!,
  table: agreedMeeting.table,
  interpreter: n === 0 ? agreedMeeting.interpreter : null,
  people: agreedMeeting.otherPeople,
});

const meetings: KindWithFacts[] = meetingNewsKinds.map((news) => {
  const isOfRequest = ['requested', 'proposed', 'reminder', 'declined', 'withdrawn', 'expired'].includes(
    news,
  );
  const isMove = news.startsWith('move-');
  const facts = isOfRequest
    ? { ...exampleMeeting, news, message: news === 'requested' ? exampleMeeting.message : '' }
    : { ...agreedMeeting, news, ...(isMove ? { suggested: exampleMeeting.suggested } : {}) };
  return { kind: 'meeting', facts };
});

/** A notice of every kind and of every news in it. */
export const exampleNotices: readonly KindWithFacts[] = [
  { kind: 'sign-in-code', facts: { code: 'GF0J-1XBA', path: '/sign-in/link#secret', minutes: 10 } },
  { kind: 'new-device', facts: { device: 'Firefox · Linux' } },
  { kind: 'new-device', facts: { device: null } },
  { kind: 'factor', facts: { kind: 'code-made', by: 'Han Jiwoo' } },
  { kind: 'factor', facts: { kind: 'code-made', by: null } },
  { kind: 'factor', facts: { kind: 'added', what: 'passkey' } },
  { kind: 'factor', facts: { kind: 'removed', what: 'code-app' } },
  { kind: 'factor', facts: { kind: 'recovery-used', left: 7 } },
  { kind: 'factor', facts: { kind: 'recovery-renewed' } },
  { kind: 'factor', facts: { kind: 'lost-said', by: 'Han Jiwoo' } },
  { kind: 'factor', facts: { kind: 'lost-confirmed', by: null } },
  ...aideNews.map((news): KindWithFacts => {
    const names = { aide: 'aide@ministry.example', principal: 'Oskar Lindqvist' };
    return { kind: 'aide', facts: { news, ...names } };
  }),
  { kind: 'registration', facts: { news: 'received' } },
  { kind: 'registration', facts: { news: 'waitlisted' } },
  { kind: 'registration', facts: { news: 'held-back' } },
  { kind: 'registration', facts: { news: 'promoted' } },
  { kind: 'registration', facts: { news: 'accredited', firm: null, speaks: false, colleagues: false } },
  { kind: 'registration', facts: { news: 'accredited', firm: 'Hanbit', speaks: true, colleagues: false } },
  { kind: 'registration', facts: { news: 'accredited', firm: 'Hanbit', speaks: false, colleagues: true } },
  { kind: 'registration', facts: { news: 'accredited', firm: 'Hanbit', speaks: false, colleagues: false } },
  { kind: 'registration', facts: { news: 'declined' } },
  { kind: 'registration', facts: { news: 'revoked', meetings: 2 } },
  { kind: 'registration', facts: { news: 'withdrawn', meetings: 0, open: true } },
  { kind: 'role', facts: { role: 'accreditation-officer', of: null } },
  { kind: 'role', facts: { role: 'delegation-head', of: 'Ministry of Defence, Norway' } },
  { kind: 'role', facts: { role: 'speaker', of: null } },
  ...standingNews.map((news): KindWithFacts => {
    const people = { name: 'Jørgen Fjeld', firm: 'Nordlys Maritime', firmId: exampleMeeting.meetingId };
    const decision = {
      by: news === 'waits' ? null : 'Eirik Solheim',
      byHost: false,
      reason: 'Left the firm',
    };
    return { kind: 'representation', facts: { news, mailDomain: 'nordlys.example', ...people, ...decision } };
  }),
  ...meetings,
  {
    kind: 'plan',
    facts: {
      meetings: [0, 1, 2].map(planned),
      closed: [{ other: 'Nordlys Maritime', topic: agreedMeeting.topic }],
    },
  },
  { kind: 'plan', facts: { meetings: [], closed: [{ other: 'Nordlys Maritime', topic: 'Sonar' }] } },
  ...[true, false].map((lapsed): KindWithFacts => {
    const { meetingId, other, topic } = agreedMeeting;
    const release = { entries: ['ML9', 'DU6'], lapsed, releasable: !lapsed };
    return { kind: 'release-awaited', facts: { meetingId, other, topic, ...release } };
  }),
  ...[true, false].map((inForce): KindWithFacts => {
    const names = { firm: 'Nordlys Maritime', officer: 'Jørgen Fjeld', by: 'Eirik Solheim' };
    return { kind: 'officer-named', facts: { firmId: exampleMeeting.meetingId, ...names, inForce } };
  }),
  ...[true, false].map((profile): KindWithFacts => {
    const missing = { wishes: 3, asked: 10, deadline: '2026-12-01T00:00:00Z' };
    return { kind: 'wishes-missing', facts: { firm: 'Nordlys Maritime', profile, ...missing } };
  }),
  {
    kind: 'journal-heads',
    facts: { day: '2026-12-01', forum: 'https://forum.example', heads: ['{\n  "sequence": 4\n}'] },
  },
];

import type { AccreditationState } from '@forum/domain/accreditation/accreditation';
import type { DelegateCategory } from '@forum/domain/people/delegate-category';
import { displayNameOf, type PersonName, sortKeyOf } from '@forum/domain/people/person-name';
import { fold } from '@forum/domain/text/fold';
import { demoDelegations, demoOffices, demoPlaces } from '../data/delegations.ts';
import { demoFirms } from '../data/firms.ts';
import { demoLanguagesOfFirms } from '../data/interpreters.ts';
import { demoNames, demoOfficials } from '../data/names.ts';
import { demoRoles } from '../data/people.ts';
import { demoId } from './demo-id.ts';

/** A delegate of the demo, before anything of them is stored. */
export interface DemoDelegate {
  delegateId: string;
  personId: string;
  mail: string;
  name: PersonName;
  category: DelegateCategory;
  state: AccreditationState;
  office: string;
  organisation: string;
  country: string;
  languages: string[];
  /** Code of their delegation. */
  delegation: string | null;
  firm: string | null;
  /** Whether their firm has confirmed that they speak for it. */
  speaksForFirm: boolean;
  /** Whether they are one of the demo's roles, whose time belongs to the visitor. */
  isRole: boolean;
}

type Person = Pick<DemoDelegate, 'name' | 'country'>;
type Decided = Pick<
  DemoDelegate,
  'category' | 'state' | 'delegation' | 'firm' | 'organisation' | 'speaksForFirm'
>;

/** The last of this firm's people is accredited and waits for a colleague to confirm them. */
const firmWithSomebodyWaiting = 'Hanbit Optronics';
/** Nobody speaks for this firm yet; somebody with an address of its web site has registered for it. */
const firmWithoutAnybody = 'Dure Medical';

/** All delegates of the demo: delegations first, then firms, then who has only begun to register. */
export function demoRoster(): DemoDelegate[] {
  const take = queuesOfPeople();
  return [...officials(take), ...representatives(take), ...undecided(take), first(take)];
}

function officials(take: (code: string) => Person): DemoDelegate[] {
  return demoPlaces.flatMap((row) => {
    const category = row.category as DelegateCategory;
    const states = [
      ...repeat('accredited', row.accredited),
      ...repeat('submitted', row.submitted),
      ...repeat('waitlisted', row.waitlisted),
      ...repeat('declined', row.declined),
    ];
    return states.map((state, index) =>
      delegateOf(take(row.code), index, {
        category,
        state,
        delegation: row.code,
        firm: null,
        speaksForFirm: false,
        organisation: organisationOf(row.code, category),
      }),
    );
  });
}

/** The second of a firm's people, in every third firm that sends two, still waits to be vetted. */
function representatives(take: (code: string) => Person): DemoDelegate[] {
  return demoFirms.flatMap((firm, at) =>
    repeat('accredited', firm.people).map((state, index) =>
      delegateOf(take(firm.country), index + (at % 3), {
        category: 'industry',
        state: index === 1 && firm.people === '2' && at % 3 === 0 ? 'submitted' : state,
        delegation: null,
        firm: firm.name,
        speaksForFirm: firm.name !== firmWithSomebodyWaiting || index < Number(firm.people) - 1,
        organisation: firm.name,
      }),
    ),
  );
}

/** The first of a firm, whose mail address is of the web site in the exhibitor list. */
function first(take: (code: string) => Person): DemoDelegate {
  const delegate = delegateOf(take('KR'), 0, {
    category: 'industry',
    state: 'submitted',
    delegation: null,
    firm: firmWithoutAnybody,
    speaksForFirm: false,
    organisation: firmWithoutAnybody,
  });
  return { ...delegate, mail: delegate.mail.replace(/@.*/, '@dure-medical.example') };
}

function undecided(take: (code: string) => Person): DemoDelegate[] {
  return (['draft', 'draft', 'withdrawn'] as const).map((state, index) =>
    delegateOf(take('KR'), index, {
      category: 'research',
      state,
      delegation: null,
      firm: null,
      speaksForFirm: false,
      organisation: 'Hansol Institute of Strategy',
    }),
  );
}

function delegateOf(person: Person, index: number, decided: Decided): DemoDelegate {
  const { name } = person;
  const role = demoRoles.find((one) => one.name === name.display);
  const host = fold(decided.firm ?? decided.delegation ?? 'guest').replace(/[^a-z]/g, '');
  const local = [name.given, name.family].map((part) => fold(part ?? '').replace(/[^a-z]/g, '')).join('.');
  const offices = demoOffices[decided.category] ?? [];
  return {
    delegateId: demoId('delegate', name.display),
    personId: demoId('person', name.display),
    mail: role?.mail ?? `${local}@${host}.demo.example`,
    ...decided,
    ...person,
    office: offices[index % offices.length] ?? '',
    languages: languagesOf(decided, name.nativeLanguage),
    isRole: role !== undefined,
  };
}

function organisationOf(code: string, category: DelegateCategory): string {
  const delegation = demoDelegations.find((one) => one.code === code);
  const names: Partial<Record<DelegateCategory, string | undefined>> = {
    parliamentarian: delegation?.parliament,
    research: delegation?.institute,
    media: delegation?.press,
  };
  return names[category] ?? delegation?.organisation ?? '';
}

function languagesOf({ delegation: code, firm }: Decided, own: string | null): string[] {
  const only = demoLanguagesOfFirms[firm ?? ''];
  if (only) return [...only];
  const delegation = demoDelegations.find((one) => one.code === code);
  return [...new Set([...(own ? [own] : []), ...(delegation?.languages.split(' ') ?? []), 'en'])];
}

/** Gives out the people of a country or institution one by one. */
function queuesOfPeople(): (code: string) => Person {
  const queues = new Map<string, Person[]>();
  for (const [country, { language, familyFirst, names }] of Object.entries(demoNames)) {
    queues.set(
      country,
      names.map((text) => ({ country, name: nameOf(text, language, familyFirst) })),
    );
  }
  for (const [code, list] of Object.entries(demoOfficials)) {
    const people = list.split(',').map((entry) => entry.trim());
    queues.set(
      code,
      people.map((text) => ({ country: text.slice(0, 2), name: nameOf(text.slice(3), 'en', false) })),
    );
  }
  return (code) => {
    const person = queues.get(code)?.shift();
    if (!person) throw new Error(`The demo has too few names for ${code}.`);
    return person;
  };
}

/** A name of the lists: two words in Latin letters, then the native script if there is one. */
export function nameOf(text: string, language: string, familyFirst: boolean): PersonName {
  const [first = '', second = '', ...native] = text.split(' ');
  const parts = {
    given: familyFirst ? second : first,
    family: familyFirst ? first : second,
    nativeScript: native.length > 0 ? native.join(' ') : null,
    nativeLanguage: native.length > 0 ? language : null,
  };
  return { ...parts, display: displayNameOf(parts), sortKey: sortKeyOf(parts), honorific: null };
}

const repeat = (state: AccreditationState, times: string): AccreditationState[] =>
  Array.from({ length: Number(times) }, () => state);

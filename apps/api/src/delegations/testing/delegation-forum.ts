import { decideAccreditation, type DecisionToMake } from '@forum/contract/delegations/accreditation';
import type { DelegateRow } from '@forum/contract/delegations/delegates';
import { submitRegistration } from '@forum/contract/delegations/registration';
import type { RegistrationForm } from '@forum/contract/delegations/registration-form';
import { startTestForum, type TestBrowser, type TestForum } from '../../testing/test-forum.ts';

/** A forum with two editions open for registration, and the people who run the first. */
export interface DelegationForum extends TestForum {
  edition: string;
  editionId: string;
  other: string;
  secretariat: TestBrowser;
  officer: TestBrowser;
  /** Signs somebody in who holds a role in the first edition. */
  withRole(mail: string, role: string): Promise<TestBrowser>;
  /** Accredits or refuses at once, whatever the version. */
  decide(
    decision: 'accredit' | 'decline' | 'waitlist' | 'revoke',
    delegateId: string,
    reason?: string,
  ): Promise<DelegateRow>;
  bodiesTo(mail: string): Promise<string[]>;
}

/** Starts one. */
export async function startDelegationForum(): Promise<DelegationForum> {
  const forum = await startTestForum();
  const [capital] = await forum.database.rows<{ id: string }>(
    `insert into capital (slug, name, country, zone, region, accent)
     values ('seoul', 'Seoul', 'KR', 'Asia/Seoul', 'indo-pacific', 'jade') returning id`,
  );
  const editions = await forum.database.rows<{ id: string; slug: string }>(
    `insert into edition (slug, year, capital_id, title, venue, address, starts_on, ends_on, zone, phase)
     select 'seoul-' || y, y, $1, 'Forum', 'COEX', '', (y || '-05-12')::date, (y || '-05-14')::date, 'Asia/Seoul', 'registration'
     from unnest('{2027,2028}'::int[]) y returning id, slug`,
    [capital?.id],
  );
  const editionId = editions[0]?.id ?? '';
  const withRole = async (mail: string, role: string) => {
    const browser = await forum.signIn(mail);
    await forum.database.rows(
      'insert into role_grant (edition_id, person_id, role) values ($1, $2, $3) on conflict do nothing',
      [editionId, browser.personId, role],
    );
    return browser;
  };
  const officer = await withRole('officer@forum.test', 'accreditation-officer');
  return {
    ...forum,
    edition: editions[0]?.slug ?? '',
    editionId,
    other: editions[1]?.slug ?? '',
    secretariat: await forum.signIn('secretariat@forum.test', { secretariat: true }),
    officer,
    withRole,
    decide: async (decision, delegateId, reason) => {
      const delegate = await forum.database.row<{ version: number }>(
        'select version from delegate where id = $1',
        [delegateId],
      );
      const answer = await officer.call(decideAccreditation, {
        params: { edition: editions[0]?.slug ?? '' },
        body: {
          decision,
          reason: reason ?? null,
          delegates: [{ id: delegateId, version: delegate?.version ?? 0 }],
        } as DecisionToMake,
      });
      const [row] = answer.body.decided;
      if (!row) throw new Error(JSON.stringify(answer.body));
      return row;
    },
    bodiesTo: async (mail) => {
      const mails = await forum.database.rows<{ body: string }>(
        'select subject || body as body from mail where recipient = $1 order by id',
        [mail],
      );
      return mails.map((one) => one.body);
    },
  };
}

/** A complete form; `change` says what is different. */
export const formOf = (change: Partial<RegistrationForm> = {}): RegistrationForm => ({
  category: 'government',
  name: {
    given: 'Minjun',
    family: 'Kim',
    nativeScript: '김민준',
    nativeLanguage: 'ko',
    display: 'Kim Minjun',
    sortKey: '',
    honorific: null,
  },
  office: 'Director',
  organisation: 'Ministry of National Defence',
  country: 'KR',
  languages: ['ko', 'en'],
  dietary: '',
  access: '',
  consents: { profileVisible: true, nextEditions: false, photographs: false },
  firmId: null,
  ...change,
});

/** Registers somebody in an edition. */
export const register = (browser: TestBrowser, edition: string, change: Partial<RegistrationForm> = {}) =>
  browser.call(submitRegistration, { params: { edition }, body: { form: formOf(change) } });

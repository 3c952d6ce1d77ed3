import { fold } from '@forum/domain/text/fold';
import type { Transaction } from '../../database/database.ts';
import { demoDelegations, demoPlaces } from '../data/delegations.ts';
import { demoStaff } from '../data/people.ts';
import type { DemoDays } from './demo-days.ts';
import { demoEditionId, demoId } from './demo-id.ts';
import { plant } from './plant.ts';
import { type DemoDelegate, nameOf } from './roster.ts';

const officerId = demoId('person', 'accreditation@demo.example');
const delegationId = (code: string) => demoId('delegation', code);

/** Plants people, the host's team, delegations with places and heads, delegates and what was decided on them. */
export async function plantPeople(
  transaction: Transaction,
  roster: readonly DemoDelegate[],
  days: DemoDays,
): Promise<void> {
  await plant(transaction, 'person', [...demoStaff.map(staffRow), ...roster.map(personRow)]);
  await plant(
    transaction,
    'role_grant',
    demoStaff.map(({ mail, role }) => ({
      edition_id: demoEditionId,
      person_id: demoId('person', mail),
      role,
    })),
  );
  await plant(
    transaction,
    'delegation',
    demoDelegations.map((row) => delegationRow(row, roster)),
  );
  await plant(transaction, 'delegation_place', demoPlaces.map(placeRow));
  await plant(
    transaction,
    'delegate',
    roster.map((delegate, index) => delegateRow(delegate, index, days)),
  );
  await plant(transaction, 'accreditation_decision', decisionRows(roster, days));
  await plant(transaction, 'aide', [aideRow(roster, days)]);
}

function staffRow(staff: (typeof demoStaff)[number]) {
  const name = nameOf(staff.name, staff.language, staff.language === 'ko');
  return personColumns(demoId('person', staff.mail), staff.mail, name, staff.role === 'organiser');
}

const personRow = (delegate: DemoDelegate) =>
  personColumns(delegate.personId, delegate.mail, vettedName(delegate), false);

const vettedName = ({ name, category }: DemoDelegate): DemoDelegate['name'] => ({
  ...name,
  honorific: category === 'research' ? 'Dr' : null,
});

const personColumns = (id: string, mail: string, name: DemoDelegate['name'], secretariat: boolean) => ({
  id,
  mail,
  ...nameColumns(name),
  language: 'en',
  secretariat,
  version: 1,
});

const nameColumns = (name: DemoDelegate['name']) => ({
  given: name.given,
  family: name.family,
  native_script: name.nativeScript,
  native_language: name.nativeLanguage,
  display_name: name.display,
  sort_key: name.sortKey,
  honorific: name.honorific,
});

/** A draft is not vetted, and has no name of its own. */
const noName = {
  given: null,
  family: null,
  native_script: null,
  native_language: null,
  display_name: null,
  sort_key: null,
  honorific: null,
};

/** The first of a delegation's people heads it. */
const delegationRow = (row: (typeof demoDelegations)[number], roster: readonly DemoDelegate[]) => ({
  id: delegationId(row.code),
  edition_id: demoEditionId,
  kind: row.kind,
  name: row.name,
  country: row.kind === 'country' ? row.code : null,
  head_id: roster.find((delegate) => delegate.delegation === row.code)?.personId,
  version: 1,
});

const placeRow = (row: (typeof demoPlaces)[number]) => ({
  delegation_id: delegationId(row.code),
  category: row.category,
  places: Number(row.places),
  taken: Number(row.accredited) + Number(row.submitted),
});

const dietary = ['', '', '', 'Vegetarian', '', '', 'Halal', '', '', 'No shellfish', ''];

function delegateRow(delegate: DemoDelegate, index: number, days: DemoDays) {
  const { delegation, firm, name, state } = delegate;
  const isDecided = state === 'accredited' || state === 'declined';
  return {
    id: delegate.delegateId,
    edition_id: demoEditionId,
    person_id: delegate.personId,
    delegation_id: delegation && delegationId(delegation),
    firm_id: firm && demoId('firm', firm),
    state,
    reason: state === 'declined' ? 'not-entitled' : null,
    category: delegate.category,
    office: delegate.office,
    organisation: delegate.organisation,
    country: delegate.country,
    languages: delegate.languages,
    dietary: dietary[index % dietary.length],
    access_needs: index % 53 === 7 ? 'A seat near the entrance' : '',
    profile_visible: delegate.isRole || index % 7 !== 3,
    keep_for_next: index % 3 === 0,
    photographs: index % 2 === 0,
    holds_place: delegation !== null && (state === 'accredited' || state === 'submitted'),
    waiting_since: state === 'waitlisted' ? submittedAt(index, days) : null,
    changed_fields: [],
    search_text: fold(
      [name.display, name.given, name.family, name.nativeScript, delegate.office, delegate.organisation].join(
        ' ',
      ),
    ),
    ...(state === 'draft' ? noName : nameColumns(vettedName(delegate))),
    submitted_at: state === 'draft' ? null : submittedAt(index, days),
    decided_at: isDecided ? decidedAt(index, days) : null,
    version: 1,
  };
}

/** Registrations came in over five weeks and took two days each. */
const submittedAt = (index: number, days: DemoDays) => days.ago(72 + ((index * 37) % 800));
const decidedAt = (index: number, days: DemoDays) => days.ago(24 + ((index * 37) % 800));

const decisionRows = (roster: readonly DemoDelegate[], days: DemoDays) =>
  roster.flatMap(({ delegateId, state }, index) =>
    state === 'accredited' || state === 'declined'
      ? [
          {
            id: demoId('decision', delegateId),
            edition_id: demoEditionId,
            delegate_id: delegateId,
            decision: state === 'accredited' ? 'accredit' : 'decline',
            reason: state === 'declined' ? 'not-entitled' : null,
            decided_by: officerId,
            decided_at: decidedAt(index, days),
          },
        ]
      : [],
  );

/** Staff of the delegation acts for the delegate. */
function aideRow(roster: readonly DemoDelegate[], days: DemoDays) {
  const mail = 'aide@demo.example';
  const personOf = (address: string) => roster.find((delegate) => delegate.mail === address)?.personId;
  const principalId = personOf('delegate@demo.example');
  return {
    id: demoId('aide', mail),
    edition_id: demoEditionId,
    principal_id: principalId,
    mail,
    person_id: personOf(mail),
    invited_by: principalId,
    invited_at: days.ago(200),
    confirmed_at: days.ago(200),
    confirmed_by: principalId,
    accepted_at: days.ago(190),
  };
}

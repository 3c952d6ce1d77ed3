import { fold } from '@forum/domain/text/fold';
import type { Transaction } from '../../database/database.ts';
import { demoFirms } from '../data/firms.ts';
import type { DemoDays } from './demo-days.ts';
import { demoEditionId, demoId } from './demo-id.ts';
import { plant } from './plant.ts';
import type { DemoDelegate } from './roster.ts';

/** A team of a firm with its members, the one who speaks for it first. */
export interface DemoTeam {
  id: string;
  firm: string;
  name: string;
  members: readonly DemoDelegate[];
}

/** The teams of the firms; a firm that sends three people or more fields two. */
export function demoTeams(roster: readonly DemoDelegate[]): DemoTeam[] {
  return demoFirms.flatMap(({ name: firm }) => {
    const people = roster.filter(
      (delegate) => delegate.firm === firm && delegate.state === 'accredited' && delegate.speaksForFirm,
    );
    const inFirst = people.length > 2 ? Math.ceil(people.length / 2) : people.length;
    return [
      { name: 'International business', members: people.slice(0, inFirst) },
      { name: 'Engineering', members: people.slice(inFirst) },
    ]
      .filter(({ members }) => members.length > 0)
      .map((team) => ({ ...team, id: demoId('team', `${firm}, ${team.name}`), firm }));
  });
}

/** Plants the firms and their place in the edition; before the delegates, who name them. */
export async function plantFirms(transaction: Transaction): Promise<void> {
  await plant(
    transaction,
    'firm',
    demoFirms.map(({ name, country, description }) => ({
      id: demoId('firm', name),
      name,
      folded_name: fold(name),
      country,
      website: websiteOf(name),
      description,
      version: 1,
    })),
  );
  await plant(
    transaction,
    'firm_in_edition',
    demoFirms.map(({ name, categories, stand }) => ({
      edition_id: demoEditionId,
      firm_id: demoId('firm', name),
      categories: categories.split(';').map((category) => category.trim()),
      stand,
      listed_website: websiteOf(name),
    })),
  );
}

const websiteOf = (name: string) => `https://${fold(name).replace(/[^a-z0-9]+/g, '-')}.example`;

/** Plants the teams with their members, who speak for the firm. */
export async function plantTeams(
  transaction: Transaction,
  teams: readonly DemoTeam[],
  days: DemoDays,
): Promise<void> {
  await plant(
    transaction,
    'representation',
    teams.flatMap(({ firm, members }) => members.map(representationRow(firm, days))),
  );
  await plant(
    transaction,
    'team',
    teams.map(({ id, firm, name }) => ({
      id,
      edition_id: demoEditionId,
      firm_id: demoId('firm', firm),
      name,
      position: name === 'Engineering' ? 1 : 0,
    })),
  );
  await plant(
    transaction,
    'team_member',
    teams.flatMap(({ id, members }) =>
      members.map(({ delegateId }) => ({
        edition_id: demoEditionId,
        team_id: id,
        delegate_id: delegateId,
      })),
    ),
  );
}

/** The host confirmed all of them, as it did when nobody else could. */
const representationRow = (firm: string, days: DemoDays) => (delegate: DemoDelegate) => ({
  edition_id: demoEditionId,
  firm_id: demoId('firm', firm),
  delegate_id: delegate.delegateId,
  confirmed_at: days.ago(800),
  confirmed_by: demoId('person', 'accreditation@demo.example'),
  by_host: true,
  reason: 'Rang the switchboard of the firm',
});

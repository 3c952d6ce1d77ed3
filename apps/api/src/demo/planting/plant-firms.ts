import { fold } from '@forum/domain/text/fold';
import { type Transaction } from '../../database/database.ts';
import { demoFirms } from '../data/firms.ts';
import { demoEditionId, demoId } from './demo-id.ts';
import { plant } from './plant.ts';
import { type DemoDelegate } from './roster.ts';

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
    const people = roster.filter((delegate) => delegate.firm === firm && delegate.state === 'accredited');
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
      website: `https://${fold(name).replace(/[^a-z0-9]+/g, '-')}.example`,
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
    })),
  );
}

/** Plants the teams with their members. */
export async function plantTeams(transaction: Transaction, teams: readonly DemoTeam[]): Promise<void> {
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

import { addMinutes } from '@forum/domain/time/instant';
import type { OutcomeStage } from '@forum/domain/outcomes/ledger';
import type { Transaction } from '../../database/database.ts';
import {
  demoFacts,
  demoListedTopics,
  demoOutcomes,
  demoReports,
  demoWorksheetLines,
  demoWorksheetShares,
} from '../data/afterwards.ts';
import type { DemoDays } from './demo-days.ts';
import { demoEditionId, demoId } from './demo-id.ts';
import { plant } from './plant.ts';
import type { DemoTeam } from './plant-firms.ts';
import type { DemoMeeting } from './plant-meetings.ts';

/** Plants what comes before and after meetings: facts, worksheets, officers, listed topics, reports and outcomes. */
export async function plantAfterwards(
  transaction: Transaction,
  { teams, meetings, days }: { teams: readonly DemoTeam[]; meetings: readonly DemoMeeting[]; days: DemoDays },
): Promise<void> {
  await plant(transaction, 'route_facts', demoFacts.map(factsRow(days)));
  await plantWorksheets(transaction, days);
  await plantOfficers(transaction, teams, days);
  for (const { from, to, entries } of demoListedTopics) {
    await transaction.query('update meeting set control_entries = $2 where id = $1', [
      meetingId(from, to),
      entries.split(' '),
    ]);
  }
  await plant(transaction, 'meeting_report', demoReports.map(reportRow(meetings)));
  await plantOutcomes(transaction, days);
}

const firmId = (name: string) => demoId('firm', name);
const meetingId = (from: string, to: string) => demoId('meeting', `${from}, ${to}`);
const yesOrNo = (text: string) => (text === '' ? null : text === 'yes');

const factsRow = (days: DemoDays) => (row: (typeof demoFacts)[number]) => ({
  firm_id: firmId(row.firm),
  content: {
    establishedIn: [row.at],
    headquarteredIn: [row.at],
    managedFrom: [row.at],
    facilitiesIn: [row.at],
    controlledFrom: row.controlled.split(' '),
    dualUse: yesOrNo(row.dualUse),
    civilApplication: yesOrNo(row.civil),
    outsidePercent: row.outside || null,
  },
  shared: row.shared.split(' '),
  version: 1,
  updated_at: days.ago(90),
});

async function plantWorksheets(transaction: Transaction, days: DemoDays): Promise<void> {
  const titles = [...new Set(demoWorksheetLines.map(({ worksheet }) => worksheet))];
  const worksheetId = (title: string) => demoId('worksheet', title);
  const linesOf = (title: string) => demoWorksheetLines.filter(({ worksheet }) => worksheet === title);
  await plant(
    transaction,
    'worksheet',
    titles.map((title) => ({
      id: worksheetId(title),
      edition_id: demoEditionId,
      firm_id: firmId(linesOf(title)[0]?.firm ?? ''),
      title,
      currency: 'EUR',
      lines: linesOf(title).map(({ component, origin, cost }) => ({
        component,
        origin: origin || null,
        cost,
      })),
      version: 1,
      updated_at: days.ago(30),
    })),
  );
  await plant(
    transaction,
    'worksheet_share',
    demoWorksheetShares.map((share) => ({
      edition_id: demoEditionId,
      worksheet_id: worksheetId(share.worksheet),
      firm_id: firmId(share.with),
      shared_at: days.ago(20),
    })),
  );
}

/** The first of each firm that sends anybody may release its topics. */
const plantOfficers = (transaction: Transaction, teams: readonly DemoTeam[], days: DemoDays) =>
  plant(
    transaction,
    'export_officer',
    teams
      .filter(({ firm }, at) => teams.findIndex((team) => team.firm === firm) === at)
      .map(({ firm, members }) => ({
        edition_id: demoEditionId,
        firm_id: firmId(firm),
        delegate_id: members[0]?.delegateId,
        by_host: true,
        named_by: demoId('person', 'secretariat@demo.example'),
        named_at: days.ago(100),
        confirmed_at: days.ago(99),
      })),
  );

const reportRow = (meetings: readonly DemoMeeting[]) => (row: (typeof demoReports)[number]) => {
  const meeting = meetings.find(({ id }) => id === meetingId(row.from, row.to));
  const end = meeting?.slot?.end ?? '';
  const team = row.side === 'from' ? meeting?.from : meeting?.to;
  return {
    edition_id: demoEditionId,
    meeting_id: meeting?.id,
    side: row.side,
    view: row.view,
    rating: row.rating ? Number(row.rating) : null,
    note: row.note,
    follow_ups: row.followUp ? [{ what: row.followUp, due: addMinutes(end, 14 * 24 * 60).slice(0, 10) }] : [],
    reported_by: team?.members[0]?.personId,
    reported_at: addMinutes(end, 45),
    version: 1,
  };
};

async function plantOutcomes(transaction: Transaction, days: DemoDays): Promise<void> {
  await plant(
    transaction,
    'outcome_matter',
    demoOutcomes.map((row) => ({
      id: demoId('matter', row.title),
      edition_id: row.began === 'seoul' ? demoEditionId : demoId('edition', row.began),
      firm_id: firmId(row.by),
      other_firm_id: firmId(row.other),
      title: row.title,
      opened_at: days.ago(row.began === 'seoul' ? 20 : 6000),
    })),
  );
  await plant(
    transaction,
    'outcome_event',
    demoOutcomes.flatMap((row) => eventsOf(row, days)),
  );
}

function eventsOf(
  { title, by, other, stages, confidential, began }: (typeof demoOutcomes)[number],
  days: DemoDays,
) {
  const hoursAgo = began === 'seoul' ? 18 : 5000;
  return stages.split(' ').flatMap((text, step) => {
    const stage = text.replace('?', '') as OutcomeStage;
    const event = {
      outcome_id: demoId('outcome', `${title}, ${stage}`),
      matter_id: demoId('matter', title),
      confidential: confidential === 'yes',
    };
    const at = addMinutes(days.ago(hoursAgo), step * 60);
    const until = stage === 'pilot' ? addMinutes(days.now, 200 * 24 * 60).slice(0, 10) : null;
    const proposed = { ...event, kind: 'proposed', by_firm: firmId(by), stage, until, at };
    const confirmed = { ...event, kind: 'confirmed', by_firm: firmId(other), stage: null, until: null };
    return text.endsWith('?') ? [proposed] : [proposed, { ...confirmed, at: addMinutes(at, 20) }];
  });
}

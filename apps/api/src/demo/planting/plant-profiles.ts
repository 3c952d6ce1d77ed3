import type { Transaction } from '../../database/database.ts';
import { demoFirms } from '../data/firms.ts';
import { demoPastEditions } from '../data/capitals.ts';
import { demoNewcomers, demoProfiles, demoRenewing, demoWishes } from '../data/profiles.ts';
import type { DemoDays } from './demo-days.ts';
import { demoEditionId, demoId } from './demo-id.ts';
import { plant } from './plant.ts';

const wishesAsked = { musts: 5, asked: 10 };

/** Plants what the firms offer and need, some wishes, and until when wishes are taken. */
export async function plantProfiles(transaction: Transaction, days: DemoDays): Promise<void> {
  await plant(
    transaction,
    'firm_profile',
    confirmedProfiles.map((row) => profileRow(row, demoEditionId, days.ago(200))),
  );
  await plantLastEdition(transaction, days);
  await plant(
    transaction,
    'wish',
    demoWishes.flatMap(({ firm, must, wouldLike, no }) => [
      ...wishRows(firm, 'must', must, days),
      ...wishRows(firm, 'would-like', wouldLike, days),
      ...wishRows(firm, 'no', no, days),
    ]),
  );
  await plant(
    transaction,
    'wish',
    drawnWishes().flatMap(([firm, ...wanted]) => [
      ...wishRows(firm, 'must', wanted.slice(0, 1).join(';'), days),
      ...wishRows(firm, 'would-like', wanted.slice(1).join(';'), days),
    ]),
  );
  await plant(transaction, 'match_setting', [
    {
      edition_id: demoEditionId,
      weights: {},
      rules: [],
      wishes_close_at: days.time(3, '09:00', 0).start,
      ...wishesAsked,
      version: 1,
    },
  ]);
}

const confirmedProfiles = demoProfiles.filter(
  ({ firm }) => !demoNewcomers.includes(firm) && !demoRenewing.includes(firm),
);

/** Plants the firms of the last edition with the profiles they had then: those that come again may carry theirs over. */
async function plantLastEdition(transaction: Transaction, days: DemoDays): Promise<void> {
  const [last] = demoPastEditions;
  if (!last) return;
  const lastId = demoId('edition', last.capital);
  const then = demoProfiles.filter(({ firm }) => !demoNewcomers.includes(firm));
  await plant(
    transaction,
    'firm_in_edition',
    then.map(({ firm }) => ({
      edition_id: lastId,
      firm_id: demoId('firm', firm),
      categories: [],
      stand: null,
    })),
  );
  const aYear = 365 * 24;
  await plant(
    transaction,
    'firm_profile',
    then.map((row) => profileRow(row, lastId, days.ago(aYear))),
  );
}

const profileRow = (row: (typeof demoProfiles)[number], editionId: string, updatedAt: string) => ({
  edition_id: editionId,
  firm_id: demoId('firm', row.firm),
  content: contentOf(row),
  confirmed: true,
  version: 1,
  updated_at: updatedAt,
});

const wishesDrawn = 6;

/** For every other firm that has confirmed a profile, those that offer what it needs, beginning at another place of the list for each. */
function drawnWishes(): [firm: string, ...wanted: string[]][] {
  const given = new Set(demoWishes.map(({ firm }) => firm));
  const lines = confirmedProfiles.map(({ firm, offers, needs }) => {
    const named = (text: string) => linesOf(text).map(({ capability }) => capability);
    return { firm, offers: named(offers), needs: new Set(named(needs)) };
  });
  return lines.flatMap(({ firm, needs }, place) => {
    if (given.has(firm)) return [];
    const others = [...lines.slice(place + 1), ...lines.slice(0, place)];
    const wanted = others.filter(({ offers }) => offers.some((capability) => needs.has(capability)));
    return [[firm, ...wanted.slice(0, wishesDrawn).map((other) => other.firm)]];
  });
}

function contentOf({ firm, size, offers, needs, interests }: (typeof demoProfiles)[number]) {
  const country = demoFirms.find(({ name }) => name === firm)?.country;
  if (!country) throw new Error(`The demo has no firm ${firm}.`);
  return {
    size,
    establishedIn: [country],
    controlledFrom: [country],
    interests: interests.split(' ').filter(Boolean),
    offers: linesOf(offers),
    needs: linesOf(needs),
  };
}

const linesOf = (text: string) =>
  text
    .split(';')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const [said = '', note] = line.split(' / ');
      const [capability, mode, maturity, capacity, weeks] = said
        .split(' ')
        .map((word) => (word === '-' ? null : word));
      return {
        capability,
        mode,
        maturity: maturity ? Number(maturity) : null,
        capacity: capacity ?? null,
        leadTimeWeeks: weeks ? Number(weeks) : null,
        note: note ?? null,
      };
    });

const wishRows = (firm: string, grade: string, about: string, days: DemoDays) =>
  about
    .split(';')
    .map((name) => name.trim())
    .filter(Boolean)
    .map((name) => ({
      edition_id: demoEditionId,
      firm_id: demoId('firm', firm),
      to_firm_id: demoId('firm', name),
      grade,
      graded_at: days.ago(40),
    }));

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readAvailability, setAvailability } from '@forum/contract/meetings/availability';
import { suitableTimes } from '@forum/contract/meetings/requests';
import { eventually } from '../../testing/eventually.ts';
import { type FirmOfPeople, firmOfPeople } from '../../testing/two-firms.ts';
import { createTestEdition, createTestHall, type TestEdition } from '../../testing/test-edition.ts';
import { startTestForum, type TestForum } from '../../testing/test-forum.ts';

const year = 2046;
const at = (clock: string) => `${year}-05-12T${clock}Z`;
// Noon in Seoul cuts the day.
const morning = { start: at('00:00:00'), end: at('03:00:00') };
const afternoon = { start: at('03:00:00'), end: at('08:30:00') };

let forum: TestForum;
let edition: TestEdition;
let hanbit: FirmOfPeople;
let nordlys: FirmOfPeople;

beforeAll(async () => {
  forum = await startTestForum();
  edition = await createTestEdition(forum.database, year);
  const hallId = await createTestHall(forum.database, edition, year, 1);
  await forum.database.rows('update hall_opening set during = tstzrange($2, $3) where hall_id = $1', [
    hallId,
    morning.start,
    afternoon.end,
  ]);
  hanbit = await firmOfPeople(forum, edition, 'Hanbit', 'KR');
  nordlys = await firmOfPeople(forum, edition, 'Nordlys', 'NO');
});
afterAll(() => forum.stop());

const params = () => ({ edition: edition.slug });
const say = (available: { start: string; end: string }[] | null) =>
  nordlys.browser.call(setAvailability, { params: params(), body: { available } });
const said = async () => (await nordlys.browser.call(readAvailability, { params: params() })).body;
const halves = (before: boolean, after: boolean) => [
  { ...morning, available: before },
  { ...afternoon, available: after },
];
const timesForBoth = async () => {
  const query = { fromTeam: hanbit.teamId, toTeam: nordlys.teamId };
  const { body } = await hanbit.browser.call(suitableTimes, { params: params(), query });
  return body.slots.filter(({ free }) => free).map(({ start }) => start);
};

describe('when a delegate can be met', () => {
  it('is whenever the hall is open while they have said nothing', async () => {
    expect(await said()).toEqual({ available: null, halves: halves(true, true) });
  });

  it('is the half days that they chose, however the instants are written', async () => {
    await say([{ start: at('03:00:00.000'), end: at('08:30:00.000') }]);
    expect(await said()).toEqual({ available: [afternoon], halves: halves(false, true) });
    const times = await timesForBoth();
    expect(times.length).toBeGreaterThan(10);
    expect(times.every((start) => start >= afternoon.start)).toBe(true);
  });

  it('is never once they chose none, and whenever the hall is open once they chose all', async () => {
    await say([]);
    expect(await said()).toEqual({ available: [], halves: halves(false, false) });
    expect(await timesForBoth()).toEqual([]);
    await say(null);
    expect(await said()).toEqual({ available: null, halves: halves(true, true) });
    expect((await timesForBoth()).length).toBeGreaterThan(10);
  });

  it('is kept in the journal, and told to their other screens and to nobody else', async () => {
    await say([afternoon]);
    const kept = () =>
      forum.database.rows<{ streams: string[]; detail: { after: unknown } }>(
        `select array_agg(s.stream) as streams, (array_agg(d.detail))[1] as detail
         from journal j join journal_stream s on s.journal_id = j.id join journal_detail d on d.journal_id = j.id
         where j.type = 'availability.changed' and j.entity_id = $1 group by j.id order by j.id desc limit 1`,
        [nordlys.delegateIds[0]],
      );
    const isKept = ([row]: { detail: { after: unknown } }[]) =>
      JSON.stringify(row?.detail.after ?? null).includes(afternoon.start);
    expect(await eventually(kept, isKept)).toEqual([
      {
        streams: [`person:${nordlys.browser.personId}`],
        detail: { before: { available: null }, after: { available: [afternoon] } },
      },
    ]);
  });

  it('cannot run backwards', async () => {
    const refused = await say([{ start: afternoon.end, end: afternoon.start }]);
    expect(refused.status).toBe(400);
    expect(refused.problem.code).toBe('request.invalid');
  });
});

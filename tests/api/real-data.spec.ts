import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isPresent, realPath } from '@forum/interchange/testing/real-files';
import { setTimeout as pause } from 'node:timers/promises';
import { runCommand } from '../support/command-line.ts';
import { newestMail } from '../support/mails.ts';
import { type RunningForum, startForum } from '../support/running-forum.ts';
import { type SignedIn, signInByMail, signInToHost } from '../support/signed-in.ts';

// Real programmes and exhibitors, which are not ours to ship: these stories are told where the files are.
const told = (...files: string[]) => (files.every(isPresent) ? it : it.skip);

interface Edition {
  slug: string;
  version: number;
}
interface FirmRow {
  id: string;
  name: string;
}
interface Meeting {
  state: string;
  start: string;
  from: { firm: string };
}

let forum: RunningForum;
let desk: SignedIn;

beforeAll(async () => {
  forum = await startForum({ env: { DEMO: '0' } });
  await runCommand(forum, 'secretariat', 'desk@host.example');
  desk = await signInToHost(forum, 'desk@host.example');
});
afterAll(() => forum.stop());

/** Plans an edition in a capital and brings it to a phase, step by step. */
async function holdEdition(
  city: string,
  year: number,
  [startsOn, endsOn]: readonly [string, string],
  phases: readonly string[] = [],
): Promise<string> {
  const capitals = await desk.get<{ id: string; name: string }[]>('/capitals');
  let edition = await desk.send<Edition>('POST', '/editions', {
    year,
    capitalId: capitals.find(({ name }) => name === city)?.id,
    title: `Forum ${city}`,
    venue: 'The venue',
    address: 'The address',
    startsOn,
    endsOn,
  });
  for (const phase of phases) {
    edition = await desk.send<Edition>('PUT', `/editions/${edition.slug}/phase`, {
      version: edition.version,
      phase,
    });
  }
  return edition.slug;
}

const sessionsIn = async (edition: string) =>
  (await desk.get<{ sessions: { id: string; title: string }[] }>(`/editions/${edition}/programme`)).sessions;

describe('a forum of real data', () => {
  told('schedules/fosdem-2026.xml')(
    'takes the 883 sessions of FOSDEM 2026 into an edition in Brussels',
    async () => {
      const edition = await holdEdition('Brussels', 2026, ['2026-01-31', '2026-02-01']);
      const file = realPath('schedules/fosdem-2026.xml');
      expect(await runCommand(forum, 'import-programme', edition, file, '--apply')).toContain('883 new');
      expect(await sessionsIn(edition)).toHaveLength(883);
    },
  );

  told('schedules/39c3.xml', 'schedules/39c3.json')(
    'finds nothing to change in 39C3 as JSON after 39C3 as XML',
    async () => {
      await desk.send('POST', '/capitals', {
        name: 'Hamburg',
        country: 'DE',
        zone: 'Europe/Berlin',
        region: 'europe',
        accent: 'blue',
      });
      const edition = await holdEdition('Hamburg', 2025, ['2025-12-27', '2025-12-30']);
      const read = (file: string) =>
        runCommand(forum, 'import-programme', edition, realPath(`schedules/${file}`), '--apply');
      const told = await read('39c3.xml');
      expect(told).toContain('895 new, 0 changed, 0 removed');
      expect(told).toContain('session.room_overlap: ');
      const once = await sessionsIn(edition);
      expect(await read('39c3.json')).toContain('0 new, 0 changed, 0 removed, 895 as before');
      expect(await sessionsIn(edition)).toEqual(once);
    },
  );

  told('firms/seoul-adex-2025.json', 'firms/avalon-2025.json')(
    'lists the exhibitors of Avalon 2025 in Canberra and of Seoul ADEX 2025 in Seoul, where two of them meet',
    async () => {
      const days = ['2027-10-19', '2027-10-21'] as const;
      const edition = await holdEdition('Seoul', 2027, days, ['announced', 'registration']);
      const firms = `/editions/${edition}/firms`;
      await importFirms(edition, 'seoul-adex-2025.json');
      const canberra = await holdEdition('Canberra', 2028, ['2028-03-21', '2028-03-23']);
      await importFirms(canberra, 'avalon-2025.json');
      await openHall(edition);
      expect((await desk.get<{ total: number }>(firms)).total).toBeGreaterThan(640);
      expect((await desk.get<{ total: number }>(`/editions/${canberra}/firms`)).total).toBeGreaterThan(700);
      const [asking, asked] = await Promise.all(['KR', 'US'].map((country) => firmOf(edition, country)));
      const from = await sendRepresentative(edition, asking!, 'asking@firm.example');
      const to = await sendRepresentative(edition, asked!, 'asked@firm.example');

      const { slots } = await from.person.get<{ slots: { start: string; free: boolean }[] }>(
        `/editions/${edition}/suitable-times?fromTeam=${from.team}&toTeam=${to.team}`,
      );
      const start = slots.find(({ free }) => free)?.start;
      const meetings = `/editions/${edition}/meetings`;
      const request = await from.person.send<{ id: string; version: number }>('POST', meetings, {
        fromTeamId: from.team,
        toTeamId: to.team,
        participants: [from.delegate],
        topic: 'Sensors',
        message: '',
        suggested: [start],
      });
      await to.person.send('POST', `${meetings}/${request.id}/acceptance`, {
        version: request.version,
        start,
        participants: [to.delegate],
      });

      for (const { person } of [from, to]) {
        const own = await person.get<{ meetings: Meeting[] }>(meetings);
        expect(own.meetings).toMatchObject([{ state: 'accepted', start, from: { firm: asking!.name } }]);
      }
      expect(await mailSaying(to.mail, 'METHOD:REQUEST')).toContain(asking!.name);
    },
  );
});

const importFirms = (edition: string, file: string) =>
  runCommand(forum, 'import-firms', edition, realPath(`firms/${file}`), '--apply');

async function firmOf(edition: string, country: string): Promise<FirmRow> {
  const { rows } = await desk.get<{ rows: FirmRow[] }>(`/editions/${edition}/firms?country=${country}`);
  return rows[0]!;
}

function openHall(edition: string): Promise<unknown> {
  return desk.send('PUT', `/editions/${edition}/halls`, {
    of: null,
    name: 'Hall B',
    slotMinutes: 30,
    changeoverMinutes: 5,
    openings: [{ start: '2027-10-19T09:00', end: '2027-10-19T17:00' }],
    closures: [],
    tables: 40,
    seats: 6,
  });
}

/** Registers somebody for a firm, has them accredited, and finds their team. */
async function sendRepresentative(edition: string, firm: FirmRow, mail: string) {
  const person = await signInByMail(forum, mail);
  const own = await person.send<{ delegateId: string; version: number }>(
    'POST',
    `/editions/${edition}/registration`,
    { form: formOf(firm) },
  );
  await desk.send('POST', `/editions/${edition}/accreditation`, {
    decision: 'accredit',
    reason: null,
    delegates: [
      {
        id: own.delegateId,
        version: own.version,
        speaksFor: { firmId: firm.id, reason: 'Rang the switchboard' },
      },
    ],
  });
  return { person, mail, delegate: own.delegateId, team: await teamOf(person, edition, firm) };
}

/** Rights are told by the journal, a moment after the decision. */
async function teamOf(person: SignedIn, edition: string, firm: FirmRow): Promise<string | undefined> {
  for (let tries = 0; ; tries++) {
    const found = await person
      .get<{ teams: { id: string }[] }>(`/editions/${edition}/firms/${firm.id}`)
      .catch((refused: Error) => refused);
    if (!(found instanceof Error)) return found.teams[0]?.id;
    if (tries === 30) throw found;
    await pause(100);
  }
}

const formOf = (firm: FirmRow) => ({
  category: 'industry',
  name: {
    given: 'Kim',
    family: 'Representative',
    nativeScript: null,
    nativeLanguage: null,
    display: 'Kim Representative',
    sortKey: 'Representative',
    honorific: null,
  },
  office: 'Sales',
  organisation: firm.name,
  country: 'KR',
  languages: ['en'],
  dietary: '',
  access: '',
  consents: { profileVisible: true, nextEditions: false, photographs: false },
  firmId: firm.id,
});

/** Waits for a mail that says something. */
async function mailSaying(to: string, words: string): Promise<string> {
  for (let tries = 0; tries < 100; tries++) {
    const mail = newestMail(forum, to);
    if (mail.includes(words)) return mail;
    await pause(100);
  }
  throw new Error(`No mail with ${words} came for ${to}.`);
}

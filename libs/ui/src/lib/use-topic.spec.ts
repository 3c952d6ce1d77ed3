import { expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A topic that is shown as it stands: in one language, whoever reads. */
const raw = /(?:>|^\s*)\{topic\}|\$\{topic\}|\w\.topic\b(?!')/m;

it('no screen shows a topic without asking for the reader’s language', () => {
  expect(raw.test('<span>{meeting.topic}</span>')).toBe(true);
  expect(raw.test("[t('agenda.meeting'), appointment.topic]")).toBe(true);
  const shown = ['attendee', 'secretariat'].flatMap((app) =>
    readdirSync(`apps/${app}/src`, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.tsx'))
      .filter((file) => raw.test(readFileSync(join(`apps/${app}/src`, file), 'utf8')))
      .map((file) => `${app}/${file}`),
  );
  expect(shown).toEqual([]);
});

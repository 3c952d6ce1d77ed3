import { saveProfile } from '@forum/contract/matchmaking/profiles';
import { createTestFirm, type TestEdition } from './test-edition.ts';
import type { TestForum } from './test-forum.ts';

/** A firm of one person, with a profile. */
export type ProfiledFirm = Awaited<ReturnType<typeof createProfiledFirm>>;

/** Makes a firm whose confirmed profile has one line: it offers or needs to be supplied with a capability. */
export async function createProfiledFirm(
  forum: TestForum,
  edition: TestEdition,
  name: string,
  side: 'offers' | 'needs',
  capability = 'sensors.radar',
) {
  const browser = await forum.signIn(`${name}@firm.example`, { name });
  const firm = await createTestFirm(forum.database, edition, name, [browser.personId]);
  const nothing = { maturity: 8, capacity: null, leadTimeWeeks: null, note: null };
  const line = { capability, mode: 'supply' as const, ...nothing };
  const content = { size: null, establishedIn: ['KR'], controlledFrom: null, interests: null };
  await browser.call(saveProfile, {
    params: { edition: edition.slug, firm: firm.id },
    body: { version: 0, confirmed: true, content: { ...content, offers: [], needs: [], [side]: [line] } },
  });
  return { ...firm, name, browser };
}

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestForum, type TestForum } from '../testing/test-forum.ts';
import { nameFirstCapitals } from './first-capitals.repository.ts';

let forum: TestForum;
beforeAll(async () => {
  forum = await startTestForum();
});
afterAll(() => forum.stop());

const capitals = () =>
  forum.database
    .rows<{ slug: string }>('select slug from capital order by slug')
    .then((rows) => rows.map(({ slug }) => slug));

describe('a new forum', () => {
  it('rotates through five capitals, of which those that the host removes do not come back', async () => {
    await nameFirstCapitals(forum.database);
    expect(await capitals()).toEqual(['brussels', 'canberra', 'new-delhi', 'seoul', 'tokyo']);
    await forum.database.rows(`delete from capital where slug = 'tokyo'`);
    await nameFirstCapitals(forum.database);
    expect(await capitals()).toEqual(['brussels', 'canberra', 'new-delhi', 'seoul']);
  });
});

import type { Database } from '../database/database.ts';

/** Slug, name, name in Korean, country, IANA zone, region and accent colour of the capitals that the forum began with. */
const capitals = [
  ['seoul', 'Seoul', '서울', 'KR', 'Asia/Seoul', 'indo-pacific', 'jade'],
  ['brussels', 'Brussels', '브뤼셀', 'BE', 'Europe/Brussels', 'europe', 'blue'],
  ['tokyo', 'Tokyo', '도쿄', 'JP', 'Asia/Tokyo', 'indo-pacific', 'vermilion'],
  ['canberra', 'Canberra', '캔버라', 'AU', 'Australia/Sydney', 'indo-pacific', 'ochre'],
  ['new-delhi', 'New Delhi', '뉴델리', 'IN', 'Asia/Kolkata', 'indo-pacific', 'saffron'],
] as const;

/** Gives a new forum the capitals that it rotates through at first; one that has any keeps those. */
export async function nameFirstCapitals(database: Database): Promise<void> {
  const column = (index: number) => capitals.map((capital) => capital[index]);
  await database.rows(
    `insert into capital (slug, name, names, country, zone, region, accent)
     select slug, name, jsonb_build_object('ko', korean), country, zone, region, accent
     from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])
       as first (slug, name, korean, country, zone, region, accent)
     where not exists (select from capital)
     on conflict on constraint capital_slug_once do nothing`,
    [0, 1, 2, 3, 4, 5, 6].map(column),
  );
}

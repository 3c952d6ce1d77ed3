import { tableOf } from './table-of.ts';

/** Who interprets at the demo forum; hours are of each day, absent for whenever the hall is open. */
export const demoInterpreters = tableOf(
  ['name', 'languages', 'hours', 'mostInARow'],
  `
Yoon Ha-eun       | ko en    |             | 4
Jegal Min-seo     | ko en ja | 09:00 13:00 | 3
Delphine Marchais | fr en ko | 13:30 18:00 |
`,
);

/** Firms whose people at the forum speak only these languages; those of the others speak English too. */
export const demoLanguagesOfFirms: Readonly<Record<string, readonly string[]>> = {
  'Mirae Radar Works': ['ko'],
  'Narae Satellite': ['ko'],
};

/** Agreed meetings that are interpreted; another one of those firms still wants somebody. */
export const demoInterpreted = tableOf(
  ['from', 'to', 'interpreter'],
  `
Elbtal Sensorik | Mirae Radar Works | Yoon Ha-eun
`,
);

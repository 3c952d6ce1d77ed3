import { tableOf } from './table-of.ts';

/** The delegations of the demo: those of countries bring officials, members of parliament, researchers and press. */
export const demoDelegations = tableOf(
  ['code', 'kind', 'name', 'organisation', 'parliament', 'institute', 'press', 'languages'],
  `
KR   | country     | Republic of Korea | Ministry of National Defense | National Assembly        | Hansol Institute of Strategy     | Seoul Morning Review      | ko en
JP   | country     | Japan             | Ministry of Defense          | National Diet            | Kanda Centre for Security Studies | Tokyo Bay Dispatch       | ja en
AU   | country     | Australia         | Department of Defence        | Parliament of Australia  | Molonglo Policy Centre           | Capital Territory Herald  | en
IN   | country     | India             | Ministry of Defence          | Parliament of India      | Yamuna Foundation                | The Deccan Observer       | hi en
BE   | country     | Belgium           | Ministry of Defence          | Chamber of Representatives | Leopold Quarter Institute      | Canal Courier             | nl fr en
FR   | country     | France            | Ministry of the Armed Forces | National Assembly        | Institut de la Vigie             | La Revue du Large         | fr en
DE   | country     | Germany           | Federal Ministry of Defence  | Bundestag                | Spreebogen Institut              | Hafen-Kurier              | de en
IT   | country     | Italy             | Ministry of Defence          | Chamber of Deputies      | Istituto del Ponte               | –                         | it en
NL   | country     | Netherlands       | Ministry of Defence          | House of Representatives | –                                | De Maasbode van Morgen    | nl en
SE   | country     | Sweden            | Ministry of Defence          | Riksdag                  | Mälaren Institute                | –                         | sv en
NO   | country     | Norway            | Ministry of Defence          | Storting                 | –                                | –                         | nb en
FI   | country     | Finland           | Ministry of Defence          | Eduskunta                | –                                | –                         | fi sv en
PL   | country     | Poland            | Ministry of National Defence | Sejm                     | Wawel Institute                  | –                         | pl en
GR   | country     | Greece            | Ministry of National Defence | Hellenic Parliament      | –                                | Ta Nea tou Limaniou       | el en
EE   | country     | Estonia           | Ministry of Defence          | –                        | –                                | –                         | et en
BG   | country     | Bulgaria          | Ministry of Defence          | National Assembly        | –                                | –                         | bg en
ES   | country     | Spain             | Ministry of Defence          | –                        | Instituto del Faro               | Diario de la Ría          | es en
EU   | institution | European Union    | European Union institutions  | –                        | –                                | –                         | en fr
NATO | institution | NATO              | NATO International Staff     | –                        | –                                | –                         | en fr
`,
);

/** How many places a delegation has of a category, and in which state its people are. Only a full one has a waiting list. */
export const demoPlaces = tableOf(
  ['code', 'category', 'places', 'accredited', 'submitted', 'waitlisted', 'declined'],
  `
KR   | government      | 12 | 11 | 1 | 2 | 0
KR   | parliamentarian |  6 |  4 | 1 | 0 | 0
KR   | research        |  4 |  3 | 1 | 1 | 0
KR   | media           |  4 |  3 | 1 | 1 | 1
JP   | government      |  8 |  6 | 1 | 0 | 0
JP   | parliamentarian |  4 |  3 | 0 | 0 | 0
JP   | research        |  3 |  2 | 0 | 0 | 0
JP   | media           |  2 |  1 | 1 | 0 | 0
AU   | government      |  6 |  5 | 1 | 1 | 0
AU   | parliamentarian |  3 |  2 | 0 | 0 | 0
AU   | research        |  2 |  1 | 0 | 0 | 0
AU   | media           |  2 |  0 | 1 | 0 | 0
IN   | government      |  8 |  6 | 1 | 0 | 0
IN   | parliamentarian |  4 |  2 | 1 | 0 | 0
IN   | research        |  2 |  2 | 0 | 0 | 0
IN   | media           |  2 |  1 | 0 | 0 | 1
BE   | government      |  5 |  3 | 1 | 0 | 0
BE   | parliamentarian |  2 |  2 | 0 | 0 | 0
BE   | research        |  1 |  1 | 0 | 0 | 0
BE   | media           |  1 |  0 | 1 | 0 | 0
FR   | government      |  5 |  4 | 0 | 0 | 0
FR   | parliamentarian |  2 |  1 | 1 | 0 | 0
FR   | research        |  1 |  1 | 0 | 0 | 0
FR   | media           |  1 |  1 | 0 | 0 | 0
DE   | government      |  5 |  3 | 1 | 0 | 0
DE   | parliamentarian |  2 |  2 | 0 | 0 | 0
DE   | research        |  1 |  1 | 0 | 0 | 0
DE   | media           |  1 |  0 | 1 | 0 | 0
IT   | government      |  4 |  2 | 1 | 0 | 0
IT   | parliamentarian |  2 |  1 | 0 | 0 | 0
IT   | research        |  1 |  1 | 0 | 0 | 0
NL   | government      |  4 |  2 | 1 | 0 | 0
NL   | parliamentarian |  1 |  1 | 0 | 0 | 0
NL   | media           |  1 |  0 | 0 | 0 | 1
SE   | government      |  4 |  4 | 0 | 2 | 0
SE   | parliamentarian |  2 |  1 | 1 | 0 | 0
SE   | research        |  1 |  1 | 0 | 0 | 0
NO   | government      |  3 |  2 | 0 | 0 | 0
NO   | parliamentarian |  1 |  1 | 0 | 0 | 0
FI   | government      |  3 |  2 | 0 | 0 | 0
FI   | parliamentarian |  1 |  1 | 0 | 0 | 0
PL   | government      |  3 |  1 | 1 | 0 | 0
PL   | parliamentarian |  1 |  1 | 0 | 0 | 0
PL   | research        |  1 |  1 | 0 | 0 | 0
GR   | government      |  3 |  2 | 0 | 0 | 0
GR   | parliamentarian |  1 |  1 | 0 | 0 | 0
GR   | media           |  1 |  0 | 1 | 0 | 0
EE   | government      |  2 |  2 | 0 | 1 | 0
BG   | government      |  3 |  2 | 0 | 0 | 0
BG   | parliamentarian |  1 |  1 | 0 | 0 | 0
ES   | government      |  3 |  2 | 0 | 0 | 0
ES   | research        |  1 |  1 | 0 | 0 | 0
ES   | media           |  1 |  1 | 0 | 0 | 0
EU   | institution     | 14 | 12 | 1 | 0 | 1
NATO | institution     | 12 | 11 | 1 | 0 | 0
SE   | staff           |  2 |  1 | 0 | 0 | 0
`,
);

/** Offices that the people of a category hold, in turn. The first leads the delegation. */
export const demoOffices: Readonly<Record<string, readonly string[]>> = {
  government: [
    'Director-General, Armaments Cooperation',
    'Director, Defence Industry Policy',
    'Head of Division, Research and Technology',
    'Senior Adviser, Maritime Capabilities',
    'Deputy Director, Supply Security',
    'Programme Manager, Air Defence',
    'Defence Attaché',
    'Head of Unit, Cyber and Information',
    'Adviser, Export Control',
    'Policy Officer, Indo-Pacific',
    'Principal Engineer, Test and Evaluation',
    'Liaison Officer, Standardisation',
  ],
  institution: [
    'Director, Industry and Partnerships',
    'Head of Unit, Defence Industry',
    'Senior Policy Officer, Maritime Security',
    'Adviser, Indo-Pacific Partners',
    'Programme Officer, Capability Development',
    'Legal Officer, Procurement',
    'Officer, Standardisation',
  ],
  parliamentarian: ['Member, Committee on Defence', 'Member, Committee on Foreign Affairs'],
  research: ['Senior Fellow', 'Research Director', 'Analyst'],
  media: ['Correspondent', 'Editor, Security', 'Photographer'],
  staff: ['Private Secretary'],
  industry: [
    'Director, International Business',
    'Chief Engineer',
    'Programme Manager',
    'Head of Partnerships',
    'Managing Director',
    'Product Manager',
  ],
};

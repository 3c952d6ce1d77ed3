/** The first day, with its night: wall time, minutes, room, track, kind, audience, title, abstract. A time past midnight is still of this day. */
export const programmeDayOne = `
08:30 | 30  | garden    | people   | other         | public     | Coffee at the doors of the forum | Registration is open. The protocol desk welcomes heads of delegation at gate 3.
09:00 | 60  | namsan    | policy   | plenary       | public     | Opening of the forum | The host and the partners open the forum and say what they expect of its three days.
10:15 | 60  | namsan    | policy   | plenary       | public     | Europe and the Indo-Pacific: one security, two oceans | What connects the regions, what their industries can do together, and where the limits are.
13:30 | 60  | namsan    | industry | plenary       | public     | Building together: what industry needs from governments | Heads of delegation and managing directors on orders, standards and patience.
16:30 | 60  | namsan    | policy   | plenary       | accredited | Heads of delegation: the year between two forums | A stock-taking of what was agreed at the last forum and what became of it.
10:15 | 60  | hangang   | sea      | panel         | public     | Guarding cables and pipelines on the seabed | Operators, navies and firms compare how they watch what lies out of sight.
11:30 | 60  | hangang   | sea      | panel         | public     | Unmanned vessels in crowded straits | Rules of the road, insurance and trust between ships with and without crews.
13:30 | 60  | hangang   | air      | panel         | public     | Low and slow: small unmanned aircraft over cities | Detection and safe responses near airports and stadiums.
14:45 | 60  | hangang   | space    | panel         | public     | Small satellites, shared pictures | How partners share images fast enough to be of use in a disaster.
16:00 | 60  | hangang   | cyber    | panel         | public     | Software that is updated at sea | Certifying changes in weeks instead of years.
10:15 | 60  | inwang    | cyber    | panel         | public     | Data that coalitions can share | Labels, release rules and the human who signs.
11:30 | 60  | inwang    | people   | panel         | public     | 함께 지키는 바다, 함께 키우는 사람 | Training exchanges between coast guards, shipyards and universities. In Korean, with interpretation.
13:30 | 60  | inwang    | industry | panel         | public     | Second sources: castings, bearings, batteries | Where a single supplier holds up a whole programme, and what helps.
14:45 | 60  | inwang    | industry | panel         | public     | Export control without surprises | Officials of five countries explain their licences with one example.
16:00 | 60  | inwang    | people   | panel         | public     | Protecting medical teams | Equipment and rules for those who help under difficult conditions.
10:30 | 75  | bukhan    | policy   | roundtable    | accredited | Standards for ammunition and spare parts | Working group of the national directors; results are reported on the third day.
13:30 | 75  | bukhan    | sea      | roundtable    | accredited | Search and rescue across borders | Coast guards and navies on common procedures.
15:00 | 75  | bukhan    | policy   | roundtable    | restricted | Directors' consultation on supply security | By invitation. Non-attributable.
16:30 | 60  | bukhan    | space    | roundtable    | accredited | Frequencies: who speaks when | Civil and military users of the same bands.
10:30 | 60  | cheonggye | people   | roundtable    | public     | Young engineers meet senior officials | Questions that are asked once in a career.
13:30 | 60  | cheonggye | industry | panel         | public     | Small firms, long contracts | How firms of fifty people survive programmes of twenty years.
14:45 | 60  | cheonggye | air      | panel         | public     | Training pilots together | Simulators, syllabuses and the price of a flying hour.
16:00 | 60  | cheonggye | policy   | panel         | public     | Parliaments and procurement | Members of five parliaments on oversight that helps.
17:15 | 45  | cheonggye | people   | other         | public     | Korean for delegates: forty-five minutes | Greetings, titles, business cards and how to leave a dinner.
10:30 | 20  | stage     | sea      | pitch         | public     | Hanbit Optronics: seeing through haze | A sight for coast guards, with recordings of last winter.
11:00 | 20  | stage     | sea      | pitch         | public     | Zennegat Marine: a mine is found in four steps | One tool box from survey to disposal.
11:30 | 20  | stage     | space    | pitch         | public     | Norrsken Space: a ground station in the snow | What the far north offers to polar orbits.
13:45 | 20  | stage     | cyber    | pitch         | public     | Saaremaa Cyber: an exercise in a box | A cyber range that fits into two suitcases.
14:15 | 20  | stage     | air      | pitch         | public     | Asagiri Dynamics: first over the flooded valley | Small aircraft after an earthquake.
14:45 | 20  | stage     | industry | pitch         | public     | Torrens Materials: printed parts that fly | From powder to certificate.
11:00 | 45  | floor     | people   | demonstration | public     | Saebyeok Robotics: clearing a lane | A robot searches ten metres of sand.
13:30 | 45  | floor     | people   | demonstration | public     | A field hospital in forty minutes | Four containers, twelve people, one generator.
15:00 | 45  | floor     | industry | demonstration | public     | Wisla Vehicles: recovering a stuck lorry | On the outdoor ground beside hall C.
16:30 | 45  | floor     | people   | demonstration | public     | Emajõgi Robotics: carrying what weighs too much | Modular carriers and their limits.
09:00 | 180 | watch     | sea      | demonstration | public     | Watch floor: morning watch in the strait | An exercise picture of all ships, made of the sensors of nine firms.
13:00 | 180 | watch     | sea      | demonstration | public     | Watch floor: a drifting container ship | The exercise goes on: tugs, divers, a pilot and the press.
16:30 | 150 | watch     | air      | demonstration | public     | Watch floor: air picture at dusk | Birds, gliders, freighters and one unmanned aircraft.
19:00 | 180 | watch     | sea      | demonstration | public     | Watch floor: first night watch | How the picture changes when cameras see less and radars see more.
22:00 | 180 | watch     | space    | demonstration | public     | Watch floor: satellites past midnight | Passes are announced; visitors may choose where the next one looks.
01:00 | 150 | watch     | cyber    | demonstration | public     | Watch floor: the quiet hours | A cyber incident begins where nobody looks.
03:30 | 150 | watch     | sea      | demonstration | public     | Watch floor: fishing fleet before dawn | Four hundred small boats and one that does not answer.
12:15 | 75  | garden    | people   | other         | public     | Lunch in the pavilion | Dishes are marked for halal, kosher, vegetarian and vegan guests.
18:30 | 90  | garden    | policy   | other         | accredited | Reception of the host city | Short words, long conversations. Business attire or uniform.
20:30 | 120 | garden    | policy   | other         | accredited | Dinner of the partners | Seating by language. Interpreters at every second table.
22:30 | 120 | garden    | people   | other         | public     | Late tea with gayageum music | Quiet until half past midnight.
`;

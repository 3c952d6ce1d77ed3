/** The second day, with the morning before it and its night; see the first day for the columns. */
export const programmeDayTwo = `
06:00 | 150 | watch     | sea      | demonstration | public     | Watch floor: harbours wake up | Ferries, pilots and the first tide of the exercise.
07:00 | 45  | garden    | people   | other         | public     | Morning walk along the river | Meet at gate 1. No speeches.
07:45 | 45  | garden    | industry | other         | accredited | Breakfast of firms and attachés | One table a region.
08:30 | 45  | cheonggye | people   | panel         | public     | What happened overnight | The night watch reports on the exercise.
08:30 | 180 | watch     | air      | demonstration | public     | Watch floor: a busy airspace | Scheduled flights and an unscheduled balloon.
09:00 | 60  | namsan    | sea      | plenary       | public     | The sea between us | Admirals and shipowners on open routes.
10:30 | 60  | namsan    | cyber    | plenary       | public     | Trustworthy machines | What must stay with people, and how one proves that it did.
13:30 | 60  | namsan    | air      | plenary       | public     | Air and missile defence as a common task | Why no country can see far enough alone.
16:30 | 60  | namsan    | industry | plenary       | accredited | Governments answer industry | The questions of the first day, answered one by one.
09:00 | 60  | hangang   | space    | panel         | public     | Laser links between ships and satellites | Clouds, pointing and the price of a terminal.
10:15 | 60  | hangang   | industry | panel         | public     | Shipyards that repair for one another | Patrol vessels far from home need a friendly dock.
11:30 | 60  | hangang   | cyber    | panel         | public     | Encryption for the next forty years | Moving to algorithms that withstand quantum computers.
13:30 | 60  | hangang   | sea      | panel         | public     | Listening to the ocean | Sonar, whales and the exchange of recordings.
14:45 | 60  | hangang   | people   | panel         | public     | 地域を守る技術：災害救助と無人機 | Unmanned aircraft in disaster relief. In Japanese, with interpretation.
16:00 | 60  | hangang   | air      | panel         | public     | Radars that share | Fusing tracks of different makers.
09:00 | 60  | inwang    | policy   | panel         | public     | NATO and its Indo-Pacific partners: projects that work | Four projects, with what went wrong.
10:15 | 60  | inwang    | policy   | panel         | public     | European funds and partners from outside | Who may take part in what, explained by those who decide.
11:30 | 60  | inwang    | industry | panel         | public     | Make, buy or build together | India's experience with shared production.
13:30 | 60  | inwang    | space    | panel         | public     | Navigation without satellites | Quantum sensors, stars and good clocks.
14:45 | 60  | inwang    | people   | panel         | public     | Heat, cold and height | Clothing and medicine for extreme places.
16:00 | 60  | inwang    | cyber    | panel         | public     | Protecting factories | Industrial control systems as a target.
09:30 | 75  | bukhan    | industry | roundtable    | accredited | Batteries: safety rules for vessels | Towards one test that all accept.
11:00 | 75  | bukhan    | policy   | roundtable    | restricted | Consultation on a shared reserve of spare parts | By invitation. Non-attributable.
13:30 | 75  | bukhan    | people   | roundtable    | accredited | Women in armaments directorates | Networks and what they need.
15:00 | 75  | bukhan    | sea      | roundtable    | accredited | Mine clearance after a conflict | Lessons for ports that must open again.
10:15 | 60  | cheonggye | policy   | panel         | public     | Reading a budget | Members of parliament and researchers explain four budgets.
11:30 | 60  | cheonggye | people   | roundtable    | public     | Press and defence: a conversation | What can be said when, and by whom.
14:45 | 60  | cheonggye | industry | panel         | public     | Testing once, accepting everywhere | Mutual recognition of trials.
16:00 | 60  | cheonggye | people   | panel         | public     | मिलकर सीखना: joint schools of engineering | Degrees between New Delhi, Seoul and Ghent.
09:30 | 20  | stage     | air      | pitch         | public     | Haspengouw Drones: a quiet radar for loud places | Finding small aircraft beside a motorway.
10:00 | 20  | stage     | sea      | pitch         | public     | Nordlys Undersea: a cable that feels | Sensors every four kilometres.
10:30 | 20  | stage     | space    | pitch         | public     | Southern Cross Quantum: where am I? | Thirty days at sea without a fix.
13:45 | 20  | stage     | industry | pitch         | public     | Kaede Precision: parts in micrometres | What a small factory can do in a night.
14:15 | 20  | stage     | air      | pitch         | public     | Dasan Aerosystems: two days in the air | Results of the long flight of spring.
14:45 | 20  | stage     | space    | pitch         | public     | Nakshatra Space: a launch on request | Fourteen days from call to orbit.
15:15 | 20  | stage     | cyber    | pitch         | public     | Scheldt Cryptography: keys for the long run | A module for old radios.
10:30 | 45  | floor     | air      | demonstration | public     | Elbtal Sensorik: a radar that does not transmit | Aircraft seen in the echo of radio programmes.
13:30 | 45  | floor     | people   | demonstration | public     | Kavach Protection: lighter by a third | Helmets and vests to try on.
15:00 | 45  | floor     | sea      | demonstration | public     | Shiosai Marine: survey of a harbour basin | In the outdoor basin; live picture indoors.
16:30 | 45  | floor     | people   | demonstration | public     | Adriatica Elicotteri: the winch | Rescue from a balcony of the venue.
12:00 | 210 | watch     | sea      | demonstration | public     | Watch floor: a cable falls silent | The exercise picture of the second day begins.
15:30 | 210 | watch     | cyber    | demonstration | public     | Watch floor: two pictures, one truth | Positions are falsified; who notices first?
19:00 | 180 | watch     | sea      | demonstration | public     | Watch floor: second night watch | Visitors take over two consoles.
22:00 | 180 | watch     | air      | demonstration | public     | Watch floor: freight by night | What flies while cities sleep.
01:00 | 150 | watch     | space    | demonstration | public     | Watch floor: radar satellites see in the dark | Three passes in one watch.
03:30 | 150 | watch     | people   | demonstration | public     | Watch floor: a rescue before dawn | A yacht in distress, a helicopter, a translator.
12:30 | 75  | garden    | people   | other         | public     | Lunch in the pavilion: regional kitchens | Five capitals, five dishes.
18:30 | 90  | garden    | industry | other         | accredited | Evening of the firms | Stands stay open; drinks without alcohol at bar two.
20:30 | 120 | garden    | policy   | other         | accredited | Dinner of the region to come | The next host invites.
22:30 | 120 | garden    | people   | other         | public     | Night market | Street food and a drum group until half past midnight.
`;

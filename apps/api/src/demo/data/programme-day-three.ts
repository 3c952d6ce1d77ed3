/** The third day, with the morning before it and its night; see the first day for the columns. */
export const programmeDayThree = `
06:00 | 150 | watch     | sea      | demonstration | public     | Watch floor: fog in the harbour | The last day of the exercise begins without sight.
07:00 | 45  | garden    | people   | other         | public     | Morning walk along the river, second route | Meet at gate 1. No speeches.
07:45 | 45  | garden    | policy   | other         | accredited | Breakfast of parliamentarians | With the chairs of the working groups.
08:30 | 45  | cheonggye | people   | panel         | public     | What happened in the second night | The night watch reports; the public may ask.
08:30 | 180 | watch     | cyber    | demonstration | public     | Watch floor: putting the pieces together | Who did what in the exercise, and how one knows.
09:00 | 60  | namsan    | space    | plenary       | public     | Space: from picture to decision | How long it takes, and what would halve it.
10:30 | 60  | namsan    | people   | plenary       | public     | The people we need | Engineers, sailors, interpreters, nurses.
13:30 | 60  | namsan    | policy   | plenary       | public     | Results of the working groups | Each group has four minutes.
15:00 | 60  | namsan    | policy   | plenary       | public     | Closing of the forum | The host thanks, and hands the flag to the next capital.
09:00 | 60  | hangang   | air      | panel         | public     | Interceptors, cost and arithmetic | Why the cheaper answer must be the better one.
10:15 | 60  | hangang   | sea      | panel         | public     | Coast guards first | Vessels between white and grey.
11:30 | 60  | hangang   | industry | panel         | public     | Rare materials, common stocks | Titanium, gallium and patience.
13:30 | 60  | hangang   | cyber    | panel         | public     | An incident shared is an incident halved | Exchange between national teams.
14:45 | 60  | hangang   | space    | panel         | public     | One terminal, many constellations | Open interfaces for satellite communication.
09:00 | 60  | inwang    | people   | panel         | public     | Simulators for everybody | From the crew to the cook.
10:15 | 60  | inwang    | policy   | panel         | public     | 국방 산업 협력의 다음 단계 | The next stage of industrial cooperation. In Korean, with interpretation.
11:30 | 60  | inwang    | space    | panel         | public     | Weather is everybody's adversary | Shared forecasts for operations and relief.
13:30 | 60  | inwang    | industry | panel         | public     | Circular maintenance | Repairing, reusing and proving that it is safe.
14:45 | 60  | inwang    | policy   | panel         | public     | Think tanks: what we got wrong | Five researchers and their forecasts of last year.
09:30 | 75  | bukhan    | cyber    | roundtable    | accredited | Common labels for shared data | Draft text of the working group.
11:00 | 75  | bukhan    | air      | roundtable    | accredited | Test ranges and who may use them | A calendar for the coming year.
13:30 | 60  | bukhan    | industry | roundtable    | accredited | Firms and attachés: follow-up table | What was promised in the meeting hall.
10:15 | 60  | cheonggye | people   | panel         | public     | Interpreters, the other diplomats | How a sentence crosses three languages.
11:30 | 60  | cheonggye | policy   | panel         | public     | Κοινή θάλασσα: islands and their guardians | Archipelagos from the Aegean to Okinawa.
13:30 | 60  | cheonggye | industry | panel         | public     | First contract | Three small firms tell how they got it.
14:45 | 60  | cheonggye | people   | roundtable    | public     | Questions to the organisers | What to keep and what to change next year.
09:30 | 20  | stage     | sea      | pitch         | public     | Wattle Bay Maritime: four months without fuel | A vessel that lives on the sun.
10:00 | 20  | stage     | cyber    | pitch         | public     | Revontuli Networks: a network for one base | Set up in an afternoon.
10:30 | 20  | stage     | industry | pitch         | public     | Harz Drivetrain: quiet on the road | Hybrid drives for heavy vehicles.
11:00 | 20  | stage     | sea      | pitch         | public     | Aegean Patrol Craft: a boat for three thousand islands | Shallow draught, long reach.
13:45 | 20  | stage     | air      | pitch         | public     | Mirae Radar Works: one face, all day | A radar that needs no rest.
14:15 | 20  | stage     | space    | pitch         | public     | Akebono Networks: light instead of radio | A link that nobody else hears.
10:30 | 45  | floor     | sea      | demonstration | public     | Iroise Sonar: hearing a diver | In the outdoor basin, with headphones.
11:30 | 45  | floor     | people   | demonstration | public     | Setu Communications: four radios, one conversation | Bring your own.
13:30 | 45  | floor     | industry | demonstration | public     | Aravali Defence Works: changing an engine | Two mechanics and a clock.
12:00 | 180 | watch     | sea      | demonstration | public     | Watch floor: the last picture | The exercise ends; the picture stays open to visitors.
15:30 | 210 | watch     | space    | demonstration | public     | Watch floor: replay of three days | At sixty times the speed, with commentary.
19:00 | 180 | watch     | air      | demonstration | public     | Watch floor: third night watch | Students of five universities take the consoles.
22:00 | 180 | watch     | sea      | demonstration | public     | Watch floor: the strait at midnight | The real traffic, from public sources.
01:00 | 150 | watch     | cyber    | demonstration | public     | Watch floor: taking down the network | How one leaves nothing behind.
03:30 | 150 | watch     | people   | demonstration | public     | Watch floor: lights out | The crew says goodbye at dawn.
12:15 | 75  | garden    | people   | other         | public     | Farewell lunch | Taxis are ordered at the protocol desk.
18:00 | 90  | garden    | policy   | other         | public     | Thanks to the volunteers | The secretariat thanks those who carried the forum.
20:00 | 150 | garden    | people   | other         | accredited | Last dinner, free seating | For those who stay another night.
22:30 | 120 | garden    | people   | other         | public     | Songs of five capitals | Until half past midnight.
`;

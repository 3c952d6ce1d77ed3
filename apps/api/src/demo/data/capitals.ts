/** A capital of the demo, with its page for visitors. */
export interface DemoCapital {
  slug: string;
  name: string;
  korean: string;
  country: string;
  zone: string;
  region: 'europe' | 'indo-pacific';
  accent: string;
  entryRules: string;
  transport: string;
  embassies: string;
  emergencyNumbers: string;
}

const demo = 'This page belongs to a demonstration. Please rely on the official sources of the host country.';

export const demoCapitals: readonly DemoCapital[] = [
  {
    slug: 'seoul',
    name: 'Seoul',
    korean: '서울',
    country: 'KR',
    zone: 'Asia/Seoul',
    region: 'indo-pacific',
    accent: 'jade',
    entryRules: `${demo}

Many nationalities enter the Republic of Korea without a visa for a short stay, some with an electronic travel authorisation. Please check before you book, and carry the passport that you registered with.
Accredited delegates receive a letter of invitation from the secretariat on request. Official and diplomatic passports follow the agreements between the governments.
Equipment for demonstrations needs a temporary import permit; the secretariat's logistics desk helps with the forms.`,
    transport: `From Incheon airport the express train reaches Seoul Station in about 45 minutes and runs from early morning until shortly before midnight. Airport buses and taxis wait on the ground floor of the terminals.
A shuttle runs between the partner hotels and the convention centre every 20 minutes from 07:00 to 24:00 on the days of the forum.
A rechargeable transport card works on all trains, buses and in most taxis. Delegations with an escort use gate 3.`,
    embassies: `Most embassies are in Jongno-gu, Jung-gu and Yongsan-gu, 20 to 40 minutes from the venue. The protocol desk in the foyer keeps a list with the duty officer of every partner country and calls them for you at any hour.`,
    emergencyNumbers: `Police: 112
Fire and ambulance: 119
Interpretation and help for visitors: 1330
Medical room of the venue: level 1, beside the registration desk, staffed around the clock`,
  },
  {
    slug: 'brussels',
    name: 'Brussels',
    korean: '브뤼셀',
    country: 'BE',
    zone: 'Europe/Brussels',
    region: 'europe',
    accent: 'blue',
    entryRules: `${demo}

Belgium belongs to the Schengen area. Visitors from Australia, Japan and the Republic of Korea need no visa for short stays; visitors from India apply for a Schengen visa, with the secretariat's letter of invitation.
Please carry the document that you registered with; badges are handed out to nobody else.`,
    transport: `Trains leave the airport for the European quarter every 15 minutes. International trains arrive at Brussels-Midi, from where the metro takes 15 minutes to the venue.
The public transport of the city is free for holders of a badge of the forum on all its days. Please leave cars outside the security perimeter.`,
    embassies: `Embassies of the partner countries and missions to the European Union and to NATO lie within 30 minutes of the venue. The protocol desk keeps the duty numbers.`,
    emergencyNumbers: `All emergencies: 112
Police: 101
Poison information: 070 245 245`,
  },
  {
    slug: 'tokyo',
    name: 'Tokyo',
    korean: '도쿄',
    country: 'JP',
    zone: 'Asia/Tokyo',
    region: 'indo-pacific',
    accent: 'vermilion',
    entryRules: `${demo}

Japan exempts visitors of many countries from a visa for short stays. Please complete the arrival form on line before your flight, and bring medicines in their packages with the prescription.
Delegates who need a visa receive the documents of the inviting organisation from the secretariat; please allow four weeks.`,
    transport: `From Haneda airport the monorail and the railway reach the city centre in about 30 minutes; from Narita the express train takes about one hour.
Trains stop around midnight. After the evening programme, buses of the forum go to the partner hotels until 01:00.`,
    embassies: `Most embassies are in Minato-ku and Chiyoda-ku, 15 to 30 minutes from the venue. The protocol desk keeps the duty numbers.`,
    emergencyNumbers: `Police: 110
Fire and ambulance: 119
Visitor hotline of the tourism agency: 050 3816 2787`,
  },
  {
    slug: 'canberra',
    name: 'Canberra',
    korean: '캔버라',
    country: 'AU',
    zone: 'Australia/Sydney',
    region: 'indo-pacific',
    accent: 'ochre',
    entryRules: `${demo}

Every visitor to Australia needs a visa or an electronic authorisation, which is granted on line; please apply before you book.
Food, wood and plant products must be declared at arrival. Delegations that bring equipment should send the list to the logistics desk six weeks ahead.`,
    transport: `Canberra airport is 15 minutes from the venue by taxi. From Sydney, trains and coaches take about four hours and flights less than one.
The forum's coaches connect the hotels, the venue and the parliamentary triangle every 30 minutes.`,
    embassies: `Nearly all missions lie in Yarralumla, Deakin and Forrest, ten minutes from the venue. The protocol desk keeps the duty numbers.`,
    emergencyNumbers: `All emergencies: 000
From a mobile telephone also: 112
Police, not urgent: 131 444`,
  },
  {
    slug: 'new-delhi',
    name: 'New Delhi',
    korean: '뉴델리',
    country: 'IN',
    zone: 'Asia/Kolkata',
    region: 'indo-pacific',
    accent: 'saffron',
    entryRules: `${demo}

Visitors to India need a visa; the conference visa is applied for on line with the secretariat's letter of invitation. Please allow three weeks, and carry a printed copy.
Satellite telephones and drones must not be brought without a licence. The logistics desk advises exhibitors.`,
    transport: `The airport express line of the metro reaches the city centre in about 20 minutes. Taxis are ordered at the prepaid counters of the arrival hall.
Shuttles between the partner hotels and the venue run from 07:00 to 23:00. Please allow an hour in the evening traffic.`,
    embassies: `Most embassies and high commissions are in Chanakyapuri, 20 minutes from the venue. The protocol desk keeps the duty numbers.`,
    emergencyNumbers: `All emergencies: 112
Ambulance: 102
Help for visitors, around the clock: 1363`,
  },
];

/** The editions before the current one, the latest first; their years count back from it. */
export const demoPastEditions = [
  {
    capital: 'new-delhi',
    venue: 'Yamuna Convention Centre',
    address: 'Riverside Avenue, New Delhi',
    from: '03-11',
    to: '03-13',
  },
  {
    capital: 'canberra',
    venue: 'Lakeside Assembly Hall',
    address: 'Lakeside Drive, Canberra',
    from: '10-07',
    to: '10-09',
  },
  {
    capital: 'brussels',
    venue: 'Palais du Canal',
    address: 'Quai du Canal, Brussels',
    from: '05-20',
    to: '05-22',
  },
  {
    capital: 'tokyo',
    venue: 'Sumida Bay Forum',
    address: 'Bay Front 2-chome, Tokyo',
    from: '06-05',
    to: '06-07',
  },
] as const;

/** The edition that is live today. */
export const demoCurrent = {
  capital: 'seoul',
  contactMail: 'host@demo.example',
  contactPhone: '+82 2 0000 0000',
  venue: 'Hangang Convention Centre',
  address: 'Riverside Road 51, Gangnam-gu, Seoul',
} as const;

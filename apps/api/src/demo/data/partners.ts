/** Code, name and first year, counted back from the edition's, of the partners. */
interface DemoPartner {
  kind: 'country' | 'institution';
  code: string;
  name: string;
  yearsAgo: number;
}

const country = (code: string, name: string, yearsAgo = 4): DemoPartner => ({
  kind: 'country',
  code,
  name,
  yearsAgo,
});

const institution = (code: string, name: string): DemoPartner => ({
  kind: 'institution',
  code,
  name,
  yearsAgo: 4,
});

const europeanUnion = `AT Austria, BE Belgium, BG Bulgaria, HR Croatia, CY Cyprus, CZ Czechia, DK Denmark, EE Estonia,
  FI Finland, FR France, DE Germany, GR Greece, HU Hungary, IE Ireland, IT Italy, LV Latvia, LT Lithuania, LU Luxembourg,
  MT Malta, NL Netherlands, PL Poland, PT Portugal, RO Romania, SK Slovakia, SI Slovenia, ES Spain, SE Sweden`;

/** The partners of the demo: Korea, Japan, Australia, India, the European Union with its members, NATO, and two who joined later. */
export const demoPartners: readonly DemoPartner[] = [
  country('KR', 'Republic of Korea'),
  country('JP', 'Japan'),
  country('AU', 'Australia'),
  country('IN', 'India'),
  ...europeanUnion.split(',').map((member) => country(member.trim().slice(0, 2), member.trim().slice(3))),
  country('NO', 'Norway', 3),
  country('NZ', 'New Zealand', 1),
  institution('EU', 'European Union'),
  institution('NATO', 'North Atlantic Treaty Organization'),
];

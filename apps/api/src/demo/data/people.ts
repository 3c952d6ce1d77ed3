/** Somebody of the demo whom a visitor may be, found by the Latin spelling of their name. */
export interface DemoRole {
  role: string;
  mail: string;
  name: string;
}

/** The roles of the demo that are delegates, with the names they have in `names.ts`. */
export const demoRoles = [
  { role: 'delegate', mail: 'delegate@demo.example', name: 'Oskar Lindqvist' },
  { role: 'head', mail: 'head@demo.example', name: 'Ingrid Sandell' },
  { role: 'hanbit', mail: 'hanbit@demo.example', name: 'Woo Areum' },
  { role: 'nordlys', mail: 'nordlys@demo.example', name: 'Eirik Solheim' },
  { role: 'aide', mail: 'aide@demo.example', name: 'Johan Berglund' },
] as const satisfies readonly DemoRole[];

/** The host's team, which does not register. */
export const demoStaff = [
  { mail: 'secretariat@demo.example', name: 'Han Jiwoo 한지우', language: 'ko', role: 'organiser' },
  {
    mail: 'accreditation@demo.example',
    name: 'Jo Minkyung 조민경',
    language: 'ko',
    role: 'accreditation-officer',
  },
  { mail: 'auditor@demo.example', name: 'Suh Inae 서인애', language: 'ko', role: 'auditor' },
] as const;

/** Sessions in the delegate's agenda; two of the second day clash, and the agenda says so. */
export const demoStarsOfDelegate = [
  'Guarding cables and pipelines on the seabed',
  'Data that coalitions can share',
  'Export control without surprises',
  'Reception of the host city',
  'The sea between us',
  'NATO and its Indo-Pacific partners: projects that work',
  'Shipyards that repair for one another',
  'European funds and partners from outside',
  'Air and missile defence as a common task',
  'Radars that share',
  'Watch floor: second night watch',
  'Coast guards first',
  'Results of the working groups',
  'Closing of the forum',
] as const;

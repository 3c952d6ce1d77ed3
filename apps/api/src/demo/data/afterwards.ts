import { tableOf } from './table-of.ts';

/** What some firms say of themselves: where they are established, headquartered, managed, controlled and produce; and which of it they share. */
export const demoFacts = tableOf(
  ['firm', 'at', 'controlled', 'dualUse', 'civil', 'outside', 'shared'],
  `
Hanbit Optronics  | KR | KR JP |     | yes |      | establishedIn headquarteredIn managedFrom civilApplication
Nordlys Undersea  | NO | NO    | yes | no  | 31.4 | establishedIn headquarteredIn managedFrom controlledFrom facilitiesIn dualUse outsidePercent
Garonne Avionics  | FR | FR    | yes | no  | 22   | establishedIn headquarteredIn managedFrom controlledFrom facilitiesIn outsidePercent
Iroise Sonar      | FR | FR    | yes |     |      | establishedIn headquarteredIn
Elbtal Sensorik   | DE | DE    | yes | yes |      | establishedIn headquarteredIn managedFrom controlledFrom
`,
);

/** Bills of materials, a row a line. */
export const demoWorksheetLines = tableOf(
  ['firm', 'worksheet', 'component', 'origin', 'cost'],
  `
Hanbit Optronics | Stabilised sight for patrol vessels | Infrared detector     | FR | 41200.00
Hanbit Optronics | Stabilised sight for patrol vessels | Cooler                | FR | 9800.00
Hanbit Optronics | Stabilised sight for patrol vessels | Germanium lenses      | BE | 12650.50
Hanbit Optronics | Stabilised sight for patrol vessels | Gyro unit             | DE | 14300.00
Hanbit Optronics | Stabilised sight for patrol vessels | Drive motors          | KR | 7420.25
Hanbit Optronics | Stabilised sight for patrol vessels | Processor board       | KR | 18900.00
Hanbit Optronics | Stabilised sight for patrol vessels | Housing and mount     | KR | 6150.00
Hanbit Optronics | Stabilised sight for patrol vessels | Cable harness         |    | 1180.00
Nordlys Undersea | Chain of forty seabed sensors       | Hydrophones           | NO | 96000
Nordlys Undersea | Chain of forty seabed sensors       | Fibre                 | FR | 61000
Nordlys Undersea | Chain of forty seabed sensors       | Pressure housings     | KR | 58500
Nordlys Undersea | Chain of forty seabed sensors       | Signal processing     | US | 13400
`,
);

/** With whom the ratio of a worksheet is shared. */
export const demoWorksheetShares = tableOf(
  ['worksheet', 'with'],
  `
Stabilised sight for patrol vessels | Garonne Avionics
Chain of forty seabed sensors       | Hanbit Optronics
`,
);

/** What sides say of meetings that have been. */
export const demoReports = tableOf(
  ['from', 'to', 'side', 'view', 'rating', 'note', 'followUp'],
  `
Hanbit Optronics  | Garonne Avionics | from | held         | 5 | They fly the first sight in spring. Price is open. | Send the interface description
Hanbit Optronics  | Garonne Avionics | to   | held         | 4 |                                                    |
Nordlys Undersea  | Iroise Sonar     | from | held         | 4 | A joint trial in the fjord is possible.            | Propose dates for the trial
Nordlys Undersea  | Iroise Sonar     | to   | held         | 5 |                                                    |
Shiosai Marine    | Zennegat Marine  | from | other-absent |   | We waited for twenty minutes.                      |
Dasan Aerosystems | Vayu Rotorcraft  | from | other-absent |   |                                                    |
Dasan Aerosystems | Vayu Rotorcraft  | to   | held         | 3 |                                                    |
`,
);

/**
 * What firms have come to: where it began, who says so, which stages the other has confirmed, and whether it is
 * confidential. A stage with a question mark waits for an answer.
 */
export const demoOutcomes = tableOf(
  ['began', 'by', 'other', 'title', 'stages', 'confidential'],
  `
new-delhi | Garonne Avionics      | Hanbit Optronics      | Sights for patrol aircraft        | interest nda mou?      | no
seoul     | Nordlys Undersea      | Iroise Sonar          | Trial of seabed sensors           | interest pilot         | no
seoul     | Hanbit Optronics      | Waddenzee Radar       | Radar and camera on one mast      | interest?              | no
new-delhi | Sagar Tarang Shipbuilding | Ganghwa Shipyards | Refit of survey ships             | interest mou contract  | no
new-delhi | Asagiri Dynamics      | Vättern Systems       | Relief flights in a common picture | interest nda          | no
new-delhi | Nakshatra Space       | Narae Satellite       | Launch of two radar satellites    | interest nda contract  | yes
new-delhi | Elbtal Sensorik       | Mirae Radar Works     | Passive and active radar together | interest nda           | yes
new-delhi | Southern Cross Quantum | Tsukikage Photonics  | Lasers for cold atoms             | interest nda           | yes
new-delhi | Saaremaa Cyber        | Kestrel Ridge Cyber   | A joint exercise                  | interest nda           | yes
new-delhi | Aravali Defence Works | Seorak Land Mobility  | Upkeep of wheeled vehicles        | interest nda           | yes
canberra  | Wattle Bay Maritime   | Nordlys Undersea      | Guarding cables                   | interest nda mou       | no
canberra  | Brindabella Aero      | Loire Simulation      | Targets for training              | interest               | no
brussels  | Zennegat Marine       | Shiosai Marine        | Survey vehicles                   | interest mou contract  | no
`,
);

/** Entries of control lists that a request touches. */
export const demoListedTopics = tableOf(
  ['from', 'to', 'entries'],
  `
Wattle Bay Maritime | Hanbit Optronics | ML5 DU6
`,
);

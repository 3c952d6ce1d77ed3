import { tableOf } from './table-of.ts';

/** Meetings that are agreed: which firms, on which day of the forum and when, about what. The two demo firms have not met. */
export const demoAgreedMeetings = tableOf(
  ['from', 'to', 'day', 'at', 'topic'],
  `
Hanbit Optronics      | Garonne Avionics      | 1 | 11:00 | Sights for patrol aircraft
Shiosai Marine        | Zennegat Marine       | 1 | 14:00 | Survey vehicles for mine clearance
Dasan Aerosystems     | Vayu Rotorcraft       | 1 | 14:30 | Composite rotor blades
Nordlys Undersea      | Iroise Sonar          | 1 | 15:00 | Seabed sensors and coastal sonar
Aravali Defence Works | Seorak Land Mobility  | 2 | 10:00 | Upkeep of wheeled vehicles
Hanbit Optronics      | Waddenzee Radar       | 2 | 10:30 | Radar and camera on one mast
Asagiri Dynamics      | Vättern Systems       | 2 | 11:30 | Relief flights in a common picture
Sagar Tarang Shipbuilding | Ganghwa Shipyards | 2 | 14:00 | Refit of survey ships
Nordlys Undersea      | Wattle Bay Maritime   | 2 | 15:30 | Guarding cables from above and below
Southern Cross Quantum| Tsukikage Photonics   | 2 | 16:00 | Lasers for cold atoms
Saaremaa Cyber        | Kestrel Ridge Cyber   | 3 | 10:00 | A joint exercise for port operators
Nakshatra Space       | Narae Satellite       | 3 | 11:00 | Launch of two radar satellites
Elbtal Sensorik       | Mirae Radar Works     | 3 | 14:30 | Passive and active radar together
`,
);

/** Requests that wait for an answer, or got another one; times are on the last day. */
export const demoRequests = tableOf(
  ['from', 'to', 'state', 'at', 'topic', 'message'],
  `
Shiosai Marine        | Hanbit Optronics      | requested | 10:00 14:00 | Cameras for survey vehicles   | Our next vehicle has room for a small stabilised camera. Could your engineers tell us about weight and power?
Wattle Bay Maritime   | Hanbit Optronics      | requested | 11:30       | Sights for unmanned vessels   | We look for a sight that bears four months of salt and sun.
Adriatica Elicotteri  | Hanbit Optronics      | requested | 14:30 15:00 | Rescue cameras                | A short talk about night rescue would help us both.
Hanbit Optronics      | Elbtal Sensorik       | requested | 11:00 15:30 | Passive radar and optics      | Your detections could steer our cameras. May we show you how?
Hanbit Optronics      | Bohus Marine          | requested | 10:30       | Masts for fast craft          | We would like to learn what vibration to expect.
Haesong Sonar         | Nordlys Undersea      | requested | 10:00 11:00 | Towed arrays for cable guards | Two sensors, one question: who was there?
Ligure Subacquea      | Nordlys Undersea      | requested | 14:00       | Divers and seabed sensors     | Our divers service what you install.
Nordlys Undersea      | Sagar Tarang Shipbuilding | requested | 10:30 14:30 | Laying sensors from survey ships | Could one of your ships lay a chain of forty sensors?
Nordlys Undersea      | Akebono Networks      | requested | 15:00       | From the seabed to the satellite | We look for a link that starts at a buoy.
Kaamos Sensors        | Setu Communications   | withdrawn | 10:00       | Links for ground sensors      | A question about range in forests.
Wisla Vehicles        | Seorak Land Mobility  | declined  | 11:00       | Recovery vehicles             | Our bridge and your vehicle.
Loire Simulation      | Brindabella Aero      | cancelled | 11:30       | Targets for training          | Exchange of syllabuses.
`,
);

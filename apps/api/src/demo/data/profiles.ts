import { tableOf } from './table-of.ts';

/** Firms that come for the first time and have said nothing yet: only the exhibitor list knows their categories. */
export const demoNewcomers = ['Onnuri Secure Link', 'Lofoten Communications', 'Trollveggen Composites'];

/** Firms whose profile of the last edition waits for their consent to be used in this one. */
export const demoRenewing = [
  'Rheinblick Cyber',
  'Polder Autonomy',
  'Ironbark Systems',
  'Maasvlakte Logistics',
];

/**
 * What the firms of the demo offer and need, all invented: size, offers, needs, and the countries whose firms they would
 * like to meet. A line is a capability, a way to cooperate, readiness, capacity and weeks, and after a stroke a note; a
 * dash is not said.
 */
export const demoProfiles = tableOf(
  ['firm', 'size', 'offers', 'needs', 'interests'],
  `
Hanbit Optronics      | medium | sensors.electro-optics supply 9 series 26 / Stabilised sights from 8 to 40 kg, proven on two classes of patrol ships.; sensors.electro-optics co-development 8 series 40 / Sights that follow what other sensors find.; maritime.coastal co-development 7 small-series 40 / Long-range thermal imaging with our own tracking. | maritime.undersea co-development 7 small-series 52 / Seabed cues that steer our cameras.; supply.composites supply 8 series 30; sensors.radar co-development 7 - 40 | NO FR SE
Dasan Aerosystems     | large  | platforms.uncrewed-air co-production 8 series 40; supply.composites supply 9 series 20; platforms.aircraft licensed-production 8 small-series 60 | ai.autonomy co-development 6 - -; supply.power supply 8 series 26; services.testing testbed 7 - 30 | AU JP FR
Mirae Radar Works     | prime  | sensors.radar supply 9 series 45; platforms.air-defence co-production 8 series 70; sensors.radar co-development 7 - 40 | microelectronics.rf supply 8 mass 26; sensors.radar technology-transfer 7 - 52; supply.components second-source 8 series 20 | DE NL PL
Seorak Land Mobility  | prime  | platforms.ground-vehicles licensed-production 9 mass 40; services.maintenance mro 9 series 12 | supply.power supply 8 series 26; protection.armour supply 9 mass 20; supply.components supply 9 mass 16 | PL FI IN
Onnuri Secure Link    | small  | c2.communications supply 9 series 16; cyber.cryptography co-development 6 - 40 | quantum.communication co-development 5 - -; microelectronics.design supply 8 small-series 30 | BE FI
Taebaek Materials     | small  | protection.armour supply 9 mass 12; supply.alloys supply 9 mass 16; supply.castings second-source 8 series 14 | supply.additive technology-transfer 7 - 40; supply.chemicals supply 9 mass 20 | AU IT
Ganghwa Shipyards     | prime  | platforms.ships co-production 9 series 90; services.maintenance mro 9 series 20 | sensors.radar supply 9 small-series 52; supply.propulsion supply 9 series 40; maritime.undersea supply 7 small-series 60; platforms.uncrewed-surface joint-venture 7 - 60 | NL NO IN
Haesong Sonar         | small  | sensors.sonar supply 9 small-series 30; maritime.undersea co-development 6 - 40 | platforms.uncrewed-underwater co-development 7 - -; supply.components supply 9 small-series 20 | NO FR JP
Narae Satellite       | medium | space.observation supply 8 small-series 60; space.satellites co-development 7 - 70 | space.launch supply 8 small-series 60; space.ground supply 8 - 30 | IN SE
Jeongdam Software     | small  | c2.software supply 8 - 12; services.software supply 9 - 8 | c2.geospatial co-development 7 - 30; ai.decision-support co-development 6 - 40 | AU SE
Bomun Battery         | small  | supply.power supply 9 series 16; supply.power licensed-production 8 mass 40 | services.testing testbed 6 - 20; supply.chemicals supply 9 mass 16 | NO DE
Saebyeok Robotics     | micro  | platforms.uncrewed-ground supply 7 small-series 30; protection.eod supply 7 small-series 26 | ai.vision co-development 6 - 26; sensors.electro-optics supply 8 small-series 20 | EE BE
Dure Medical          | small  | protection.medical supply 9 series 12 | services.logistics supply 8 - 10; protection.cbrn supply 8 small-series 20 | FR
Areum Simulation      | small  | services.training supply 9 - 16 | services.software co-development 8 - 20; ai.vision co-development 6 - 30 | FR SE
Asagiri Dynamics      | medium | platforms.uncrewed-air supply 8 series 26; sensors.surveillance supply 8 small-series 20 | sensors.electro-optics supply 8 series 20; c2.communications supply 8 series 20 | KR SE
Kaede Precision       | small  | supply.machining supply 9 series 10; supply.components second-source 9 mass 12 | supply.alloys supply 9 series 16; supply.additive co-production 7 - 30 | IT DE
Shiosai Marine        | medium | platforms.uncrewed-underwater co-development 8 small-series 40; sensors.sonar supply 7 small-series 40 | sensors.electro-optics supply 8 small-series 26; maritime.undersea co-development 7 - 40 | KR NO
Tsukikage Photonics   | small  | sensors.electro-optics co-development 7 prototype 40; quantum.sensing co-development 6 - 52 | microelectronics.packaging supply 8 small-series 30; quantum.sensing testbed 5 - 40 | AU FR
Hayate Propulsion     | medium | supply.propulsion supply 9 series 30; supply.propulsion licensed-production 8 series 60 | supply.castings supply 9 series 20; supply.alloys supply 9 series 20 | IT IN
Akebono Networks      | small  | c2.satcom supply 8 small-series 30; space.ground co-development 7 - 40 | space.satellites supply 8 small-series 52; quantum.communication testbed 5 - 40 | NO SE
Minamo Textiles       | micro  | protection.soldier supply 9 mass 8 | supply.composites supply 8 series 20 | IN
Kitakaze Cold Chain   | small  | services.logistics supply 9 - 6; protection.medical supply 8 series 10 | services.infrastructure supply 8 - 20 | AU
Wattle Bay Maritime   | medium | platforms.uncrewed-surface co-production 8 small-series 30; maritime.patrol supply 8 - 20 | sensors.electro-optics supply 8 small-series 26 / A sight that bears four months of salt and sun.; maritime.undersea supply 7 - 40; supply.power supply 8 small-series 20 | KR NO
Ironbark Systems      | large  | c2.software co-development 8 - 26; c2.geospatial supply 8 - 20 | maritime.tracking supply 7 - 30; cyber.supply-chain supply 8 - 20; services.training supply 8 - 26 | KR SE EE
Southern Cross Quantum| small  | quantum.sensing co-development 6 prototype 60; space.navigation co-development 6 prototype 52 | sensors.electro-optics co-development 7 prototype 40; services.testing testbed 6 - 30 | JP KR
Brindabella Aero      | small  | platforms.uncrewed-air supply 9 series 20; services.training supply 9 - 12 | supply.composites supply 9 series 16; supply.propulsion supply 8 small-series 26 | KR JP
Kestrel Ridge Cyber   | small  | cyber.operations supply 9 - 8; cyber.supply-chain co-development 7 - 20 | services.training co-development 8 - 20; cyber.cryptography supply 7 - 30 | EE BE
Torrens Materials     | small  | supply.additive technology-transfer 8 - 30; supply.alloys supply 9 series 16 | services.testing testbed 7 - 20; supply.machining supply 9 small-series 16 | KR IT
Bluegum Logistics     | small  | services.logistics supply 9 - 8; services.maintenance mro 8 series 12 | supply.additive supply 8 series 20 | SE PL
Aravali Defence Works | prime  | platforms.ground-vehicles co-production 9 mass 40; munitions.weapons licensed-production 9 series 50 | services.maintenance mro 9 - 20; protection.armour licensed-production 8 mass 40; supply.power supply 8 series 26; sensors.night-vision supply 8 mass 30 | KR PL FR
Sagar Tarang Shipbuilding | prime | platforms.ships co-production 9 series 80; services.maintenance mro 9 - 20 | maritime.undersea supply 7 small-series 52 / Chains of seabed sensors, laid by our survey ships.; sensors.electro-optics licensed-production 8 series 60; supply.propulsion licensed-production 8 series 60; sensors.sonar co-production 8 small-series 60 | NO KR JP
Nakshatra Space       | large  | space.launch supply 8 small-series 52; space.satellites co-production 8 series 52 | space.observation co-development 7 - 60; supply.composites supply 9 series 26 | KR SE
Vayu Rotorcraft       | large  | platforms.rotorcraft co-production 9 series 60; services.maintenance mro 9 - 16 | supply.composites co-production 8 series 30; supply.avionics supply 9 series 30; sensors.electro-optics supply 8 series 30 | KR FR IT
Kavach Protection     | medium | protection.soldier supply 9 mass 10; protection.armour co-production 8 mass 26 | supply.composites technology-transfer 8 - 40; supply.chemicals supply 9 mass 16 | KR BE
Setu Communications   | medium | c2.communications co-production 9 mass 20; services.software supply 9 - 10 | cyber.cryptography technology-transfer 7 - 40; microelectronics.rf supply 8 mass 26 | BE KR
Dhruvtara Navigation  | small  | space.navigation supply 8 series 20 | quantum.sensing co-development 6 - 52; microelectronics.packaging supply 8 series 26 | AU
Himgiri Cold Weather  | micro  | protection.soldier supply 9 series 10 | supply.composites supply 8 series 16 | FI NO
Zennegat Marine       | medium | protection.eod supply 8 small-series 30; platforms.uncrewed-surface supply 8 small-series 40 | platforms.uncrewed-underwater supply 8 small-series 40; sensors.sonar supply 8 small-series 30; ai.autonomy co-development 6 - 30 | JP KR NO
Ardenne Composites    | small  | supply.composites supply 9 series 16; protection.armour supply 9 series 16 | supply.chemicals supply 9 series 16; services.testing testbed 7 - 20 | KR IN
Scheldt Cryptography  | micro  | cyber.cryptography technology-transfer 7 - 30; quantum.communication co-development 5 - 52 | microelectronics.design co-development 7 - 30; services.testing testbed 6 - 26 | KR JP
Haspengouw Drones     | small  | sensors.counter-drone supply 8 small-series 26 | sensors.radar supply 8 small-series 26; ai.vision co-development 6 - 20 | KR
Garonne Avionics      | large  | supply.avionics supply 9 series 40; space.navigation supply 8 series 30 | sensors.electro-optics co-production 8 series 40; microelectronics.design supply 8 series 40; services.software supply 8 - 20 | KR IN
Iroise Sonar          | medium | sensors.sonar co-production 9 small-series 40; maritime.undersea co-development 7 - 40 | maritime.undersea co-development 7 small-series 40; platforms.uncrewed-underwater co-development 7 - 40 | NO KR IN
Vercors Optics        | small  | sensors.night-vision supply 9 series 20; sensors.electro-optics second-source 8 series 26 | microelectronics.packaging supply 8 small-series 26; sensors.electro-optics co-development 8 - 30 | KR IN
Loire Simulation      | small  | services.training supply 9 - 16 | ai.decision-support co-development 6 - 30; services.software co-development 8 - 16 | SE AU
Camargue Medical      | micro  | protection.medical co-development 7 - 20 | c2.satcom supply 8 small-series 20 | NO JP
Elbtal Sensorik       | medium | sensors.radar co-development 8 small-series 40; sensors.surveillance supply 8 small-series 30 | sensors.electro-optics co-development 8 small-series 30 / Cameras that our detections can steer.; microelectronics.rf supply 8 small-series 26 | KR NL
Weserwerk Marine      | large  | platforms.ships co-production 9 series 70; maritime.undersea joint-venture 7 - 60 | sensors.electro-optics supply 9 small-series 40; supply.power supply 9 series 30; maritime.undersea co-development 7 - 52 | KR NO IN
Rheinblick Cyber      | small  | services.software supply 9 - 12; cyber.supply-chain supply 8 - 16 | microelectronics.design co-development 7 - 40 | KR
Harz Drivetrain       | medium | supply.components supply 9 mass 16; supply.propulsion co-development 7 series 40 | supply.castings supply 9 mass 16; supply.power co-development 7 - 30 | KR PL IN
Spreewald Robotics    | micro  | platforms.uncrewed-ground co-development 7 prototype 30 | ai.autonomy co-development 6 - 20; supply.power supply 8 small-series 16 | KR EE
Adriatica Elicotteri  | prime  | platforms.rotorcraft supply 9 series 60; services.emergency supply 9 - 20 | sensors.electro-optics supply 9 series 30 / Cameras for rescue at night.; services.training supply 8 - 20; supply.alloys supply 9 series 20 | KR IN
Ligure Subacquea      | small  | maritime.undersea mro 8 - 20; protection.soldier supply 9 small-series 16 | maritime.undersea mro 7 - 20; supply.power supply 8 small-series 16 | NO
Valtellina Leghe      | small  | supply.castings supply 9 mass 14; supply.alloys supply 9 mass 14 | supply.additive technology-transfer 8 - 30; supply.machining second-source 9 series 16 | JP KR AU
Waddenzee Radar       | large  | sensors.radar supply 9 small-series 50; platforms.air-defence co-development 8 - 60 | sensors.electro-optics co-development 8 small-series 30 / Camera and radar on one mast.; microelectronics.rf co-development 8 series 40 | KR DE
Polder Autonomy       | small  | ai.autonomy co-development 8 - 20; services.software supply 8 - 10 | platforms.uncrewed-surface testbed 7 - 20; sensors.electro-optics supply 8 prototype 16 | AU KR
Maasvlakte Logistics  | medium | services.logistics supply 9 - 6 | services.software supply 8 - 16; cyber.operations supply 8 - 16 | EE
Vättern Systems       | prime  | c2.software supply 9 - 26; services.training supply 9 - 20 | maritime.coastal supply 7 series 40; maritime.undersea supply 7 small-series 52; maritime.tracking supply 7 - 30; ai.decision-support co-development 6 - 30 | KR NO AU
Norrsken Space        | small  | space.ground supply 9 - 20; space.observation supply 8 - 16 | space.satellites supply 8 small-series 52; c2.satcom supply 8 - 20 | KR NO
Bohus Marine          | medium | platforms.ships supply 9 small-series 40; supply.composites supply 9 small-series 26 | sensors.electro-optics supply 8 small-series 26; platforms.uncrewed-surface co-development 7 - 40; supply.propulsion supply 9 series 30 | KR NO AU
Skåne Counter-UAS     | micro  | sensors.counter-drone co-development 7 prototype 20 | sensors.radar supply 8 prototype 20 | KR
Nordlys Undersea      | medium | maritime.undersea co-development 8 small-series 40 / Chains of forty sensors that hear an anchor at eight kilometres.; maritime.undersea supply 8 small-series 52; maritime.tracking supply 7 - 20 | sensors.electro-optics co-development 8 series 40 / Eyes above the water for what we hear below it.; c2.satcom supply 8 small-series 30; platforms.ships offset 9 - 60; supply.power supply 8 small-series 30 | KR JP AU
Lofoten Communications| small  | c2.satcom supply 9 small-series 20; c2.communications supply 8 small-series 16 | space.ground supply 8 - 20; microelectronics.rf supply 8 small-series 20 | JP KR
Trollveggen Composites| small  | supply.composites supply 9 small-series 20; supply.composites co-production 8 series 30 | supply.chemicals supply 9 series 16; platforms.uncrewed-underwater co-development 7 - 40 | KR JP
Kaamos Sensors        | small  | sensors.surveillance supply 8 series 16; sensors.electronic-warfare co-development 6 - 40 | supply.power supply 8 series 16; c2.communications supply 8 series 16 | KR EE
Revontuli Networks    | small  | c2.communications supply 9 series 12; cyber.operations supply 8 - 12 | microelectronics.rf supply 8 series 20; cyber.cryptography supply 7 - 20 | KR BE
Wisla Vehicles        | large  | platforms.ground-vehicles supply 9 series 30; services.maintenance mro 9 series 10 | platforms.ground-vehicles licensed-production 8 mass 50; supply.propulsion supply 9 series 26; protection.armour supply 9 mass 20 | KR IN
Tatra Bearings        | small  | supply.components supply 9 mass 10; supply.components second-source 9 mass 8 | supply.alloys supply 9 mass 12; supply.machining supply 9 mass 12 | KR DE
Aegean Patrol Craft   | medium | platforms.ships supply 9 small-series 40; services.emergency supply 9 - 16 | sensors.electro-optics supply 9 small-series 30; maritime.coastal supply 7 - 40; services.maintenance mro 8 - 16 | KR NO IT
Pelion Software       | micro  | maritime.tracking supply 8 - 8; services.software supply 8 - 8 | maritime.coastal co-development 7 - 20; maritime.undersea co-development 6 - 30 | NO KR
Saaremaa Cyber        | small  | services.training supply 9 - 8; cyber.operations supply 9 - 6 | services.infrastructure supply 8 - 16; ai.decision-support co-development 6 - 20 | AU KR
Emajõgi Robotics      | small  | platforms.uncrewed-ground co-production 8 small-series 26 | ai.autonomy co-development 7 - 16; supply.power supply 8 series 12; protection.eod co-development 7 - 20 | KR FI
`,
);

/** Some wishes that are given already: who, how much, and about whom. */
export const demoWishes = tableOf(
  ['firm', 'must', 'wouldLike', 'no'],
  `
Hanbit Optronics      | Waddenzee Radar | Elbtal Sensorik; Weserwerk Marine |
Nordlys Undersea      | Sagar Tarang Shipbuilding | Iroise Sonar; Vättern Systems | Ligure Subacquea
Elbtal Sensorik       | Hanbit Optronics | Mirae Radar Works; Waddenzee Radar |
Waddenzee Radar       | Hanbit Optronics | Ganghwa Shipyards; Mirae Radar Works |
Weserwerk Marine      | Nordlys Undersea; Hanbit Optronics | Bomun Battery; Iroise Sonar |
Bohus Marine          | Hanbit Optronics | Wattle Bay Maritime; Hayate Propulsion | Ganghwa Shipyards
Shiosai Marine        | Hanbit Optronics; Nordlys Undersea | Haesong Sonar; Zennegat Marine |
Wattle Bay Maritime   | Hanbit Optronics | Nordlys Undersea; Bomun Battery |
Sagar Tarang Shipbuilding | Nordlys Undersea | Hanbit Optronics; Hayate Propulsion; Iroise Sonar |
Vättern Systems       | Nordlys Undersea | Hanbit Optronics; Pelion Software; Jeongdam Software |
Iroise Sonar          | Nordlys Undersea | Haesong Sonar; Shiosai Marine |
Mirae Radar Works     | Elbtal Sensorik | Waddenzee Radar; Tatra Bearings |
Seorak Land Mobility  | Wisla Vehicles | Aravali Defence Works; Bomun Battery; Taebaek Materials |
Wisla Vehicles        | Seorak Land Mobility | Harz Drivetrain; Taebaek Materials |
Aravali Defence Works | Seorak Land Mobility | Taebaek Materials; Vercors Optics |
Adriatica Elicotteri  | Hanbit Optronics | Valtellina Leghe; Saaremaa Cyber |
Narae Satellite       | Nakshatra Space | Norrsken Space |
Nakshatra Space       | Narae Satellite | Ardenne Composites |
Kaede Precision       | Valtellina Leghe | Torrens Materials |
Valtellina Leghe      | Kaede Precision | Torrens Materials; Hayate Propulsion |
`,
);

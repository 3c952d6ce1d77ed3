import { tableOf } from './table-of.ts';

/**
 * The firms of the demo, all invented: name, country, stand, people who come (those of a country's list after its
 * officials), categories, and what they say of themselves.
 */
export const demoFirms = tableOf(
  ['name', 'country', 'stand', 'people', 'categories', 'description'],
  `
Hanbit Optronics      | KR | A-101 | 4 | Electro-optical sensors; Maritime surveillance        | Stabilised sights and long-range thermal imaging for ships and coast guards.
Dasan Aerosystems     | KR | A-104 | 3 | Unmanned aerial systems; Airframes                    | Long-endurance unmanned aircraft and composite airframes.
Mirae Radar Works     | KR | A-110 | 2 | Radar; Air and missile defence                        | Active array radars for short-range air defence.
Seorak Land Mobility  | KR | A-112 | 2 | Ground vehicles; Maintenance and repair               | Wheeled vehicles for difficult terrain, and their upkeep over thirty years.
Onnuri Secure Link    | KR | A-115 | 1 | Communications; Cyber security                        | Encrypted radio networks that keep working under interference.
Taebaek Materials     | KR | A-118 | 1 | Materials and components                              | Ceramics and light alloys for protection and propulsion.
Ganghwa Shipyards     | KR | A-120 | 2 | Naval vessels; Maintenance and repair                 | Patrol vessels, rescue ships and their refit.
Haesong Sonar         | KR | A-123 | 1 | Sonar; Undersea systems                               | Towed and hull-mounted arrays.
Narae Satellite       | KR | A-126 | 1 | Space systems; Earth observation                      | Small radar satellites and the ground segment for them.
Jeongdam Software     | KR | A-128 | 1 | Command and control; Software                         | Planning and exercise software for joint staffs.
Bomun Battery         | KR | A-130 | 1 | Energy and propulsion                                 | Safe battery systems for vessels and vehicles.
Saebyeok Robotics     | KR | A-133 | 1 | Unmanned ground systems; Mine clearance               | Robots that find and clear mines.
Dure Medical          | KR | A-136 | 0 | Medical support; Protection                           | Field hospitals that fit into four containers.
Areum Simulation      | KR | A-139 | 0 | Simulation and training                               | Simulators for crews of vehicles and ships.
Asagiri Dynamics      | JP | B-201 | 3 | Unmanned aerial systems; Sensors                      | Small unmanned aircraft for disaster relief and surveillance.
Kaede Precision       | JP | B-204 | 2 | Materials and components; Machine tools               | Precision parts for engines and optics.
Shiosai Marine        | JP | B-207 | 2 | Undersea systems; Sonar                               | Autonomous underwater vehicles for survey and mine search.
Tsukikage Photonics   | JP | B-210 | 1 | Electro-optical sensors; Lasers                       | Lasers and detectors for measuring and communicating.
Hayate Propulsion     | JP | B-213 | 1 | Energy and propulsion                                 | Small turbines and hybrid drives.
Akebono Networks      | JP | B-216 | 1 | Communications; Space systems                         | Optical links between satellites and ships.
Minamo Textiles       | JP | B-219 | 1 | Protection; Personal equipment                        | Light protective clothing for hot climates.
Kitakaze Cold Chain   | JP | B-222 | 0 | Logistics; Medical support                            | Transport of blood and vaccines.
Wattle Bay Maritime   | AU | C-301 | 2 | Unmanned surface vessels; Maritime surveillance       | Sun-powered vessels that watch the sea for months.
Ironbark Systems      | AU | C-304 | 2 | Command and control; Software                         | Open command systems for coalitions.
Southern Cross Quantum| AU | C-307 | 2 | Quantum technologies; Navigation                      | Navigation that needs no satellite.
Brindabella Aero      | AU | C-310 | 1 | Unmanned aerial systems; Simulation and training      | Targets and training aircraft.
Kestrel Ridge Cyber   | AU | C-313 | 1 | Cyber security                                        | Protection of industrial control systems.
Torrens Materials     | AU | C-316 | 1 | Materials and components                              | Powders and processes for printed metal parts.
Bluegum Logistics     | AU | C-319 | 0 | Logistics; Maintenance and repair                     | Spare parts, printed where they are needed.
Aravali Defence Works | IN | D-401 | 3 | Ground vehicles; Artillery systems                    | Protected vehicles and their gun mounts.
Sagar Tarang Shipbuilding | IN | D-404 | 2 | Naval vessels; Energy and propulsion              | Offshore patrol vessels and survey ships.
Nakshatra Space       | IN | D-407 | 2 | Space systems; Launch services                        | Small launchers and satellite platforms.
Vayu Rotorcraft       | IN | D-410 | 1 | Rotorcraft; Maintenance and repair                    | Light helicopters for high altitudes.
Kavach Protection     | IN | D-413 | 1 | Protection; Personal equipment                        | Body armour and helmets.
Setu Communications   | IN | D-416 | 1 | Communications; Software                              | Radios that speak to every partner's radio.
Dhruvtara Navigation  | IN | D-419 | 0 | Navigation; Sensors                                   | Inertial sensors.
Himgiri Cold Weather  | IN | D-422 | 0 | Personal equipment; Logistics                         | Shelter and clothing for the mountains.
Zennegat Marine       | BE | E-101 | 2 | Mine clearance; Unmanned surface vessels              | Tool boxes for mine countermeasures.
Ardenne Composites    | BE | E-104 | 1 | Materials and components; Protection                  | Armour panels and radomes.
Scheldt Cryptography  | BE | E-107 | 1 | Cyber security; Communications                        | Encryption that withstands quantum computers.
Haspengouw Drones     | BE | E-110 | 1 | Counter-unmanned systems; Radar                       | Detection of small unmanned aircraft.
Garonne Avionics      | FR | E-113 | 2 | Avionics; Navigation                                  | Flight computers and displays.
Iroise Sonar          | FR | E-116 | 2 | Sonar; Undersea systems                               | Sonar for coastal waters.
Vercors Optics        | FR | E-119 | 1 | Electro-optical sensors                               | Night vision and laser range finders.
Loire Simulation      | FR | E-122 | 1 | Simulation and training                               | Training for air traffic and air defence.
Camargue Medical      | FR | E-125 | 0 | Medical support                                       | Telemedicine for remote places.
Elbtal Sensorik       | DE | E-128 | 2 | Radar; Sensors                                        | Passive radar for crowded skies.
Weserwerk Marine      | DE | E-131 | 2 | Naval vessels; Undersea systems                       | Modules for patrol and research vessels.
Rheinblick Cyber      | DE | E-134 | 1 | Cyber security; Software                              | Safe operating systems for vehicles.
Harz Drivetrain       | DE | E-137 | 1 | Energy and propulsion; Ground vehicles                | Gearboxes and hybrid drives.
Spreewald Robotics    | DE | E-140 | 0 | Unmanned ground systems                               | Carriers that follow a platoon.
Adriatica Elicotteri  | IT | F-201 | 2 | Rotorcraft; Search and rescue                         | Rescue equipment for helicopters.
Ligure Subacquea      | IT | F-204 | 1 | Undersea systems; Diving equipment                    | Breathing equipment and diver vehicles.
Valtellina Leghe      | IT | F-207 | 1 | Materials and components                              | Forgings of titanium and steel.
Waddenzee Radar       | NL | F-210 | 2 | Radar; Air and missile defence                        | Radars for frigates.
Polder Autonomy       | NL | F-213 | 1 | Unmanned surface vessels; Software                    | Autopilots for harbours and coasts.
Maasvlakte Logistics  | NL | F-216 | 1 | Logistics                                             | Moving heavy equipment through busy ports.
Vättern Systems       | SE | F-219 | 2 | Command and control; Simulation and training          | Decision support for air and coastal defence.
Norrsken Space        | SE | F-222 | 1 | Space systems; Earth observation                      | Ground stations in the far north.
Bohus Marine          | SE | F-225 | 1 | Naval vessels; Materials and components               | Fast craft of composite materials.
Skåne Counter-UAS     | SE | F-228 | 0 | Counter-unmanned systems                              | Nets and interceptors.
Nordlys Undersea      | NO | G-101 | 3 | Undersea systems; Maritime surveillance               | Seabed sensors that guard cables and pipelines.
Lofoten Communications| NO | G-104 | 1 | Communications; Space systems                         | Satellite terminals for high latitudes.
Trollveggen Composites| NO | G-107 | 1 | Materials and components                              | Pressure hulls and masts.
Kaamos Sensors        | FI | G-110 | 2 | Sensors; Cold weather equipment                       | Ground sensors for forests and snow.
Revontuli Networks    | FI | G-113 | 1 | Communications; Cyber security                        | Private mobile networks for bases.
Wisla Vehicles        | PL | G-116 | 2 | Ground vehicles; Maintenance and repair               | Recovery vehicles and bridges.
Tatra Bearings        | PL | G-119 | 1 | Materials and components                              | Bearings for turrets and radars.
Aegean Patrol Craft   | GR | G-122 | 2 | Naval vessels; Search and rescue                      | Patrol and rescue craft for archipelagos.
Pelion Software       | GR | G-125 | 1 | Software; Maritime surveillance                       | One picture from many sensors.
Saaremaa Cyber        | EE | G-128 | 2 | Cyber security; Simulation and training               | Cyber ranges and exercises.
Emajõgi Robotics      | EE | G-131 | 1 | Unmanned ground systems                               | Modular unmanned vehicles.
`,
);

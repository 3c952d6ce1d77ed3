import { capabilitiesOf, type Capability } from './capability.ts';

/**
 * The 22 categories of the Common Military List of the European Union, which mirrors the munitions list of the
 * Wassenaar Arrangement; titles shortened. The Korean titles are ours.
 */
export const militaryList: readonly Capability[] = capabilitiesOf('military-list', [
  [
    'ML1',
    'Smooth-bore weapons under 20 mm, automatic weapons up to 12.7 mm',
    '20mm 미만 활강총포, 12.7mm 이하 자동화기',
    ['Small arms', 'Firearms', 'Rifles', 'Light weapons', 'Personal weapons'],
  ],
  [
    'ML2',
    'Smooth-bore weapons of 20 mm or more, weapons above 12.7 mm, projectors',
    '20mm 이상 활강포, 12.7mm 초과 화기',
    ['Artillery', 'Howitzers', 'Mortars', 'Cannon'],
  ],
  [
    'ML3',
    'Ammunition and fuze-setting devices',
    '탄약 및 신관 설정 장치',
    [],
    ['munitions', 'munitions.fuzes'],
  ],
  [
    'ML4',
    'Bombs, torpedoes, rockets, missiles, other explosive devices and charges',
    '폭탄, 어뢰, 로켓, 미사일 및 기타 폭발 장치',
    ['Weapon systems'],
    ['munitions.guided', 'munitions.torpedoes'],
  ],
  [
    'ML5',
    'Fire control, surveillance and warning equipment, and countermeasures',
    '사격통제, 감시·경보 장비 및 대응책',
    ['Fire control', 'Countermeasures'],
    ['sensors'],
  ],
  ['ML6', 'Ground vehicles and components', '지상 차량 및 구성품', [], ['platforms.ground-vehicles']],
  [
    'ML7',
    'Chemical, biological, riot-control agents, radioactive materials and related equipment',
    '화생방 작용제, 방사성 물질 및 관련 장비',
    [],
    ['protection.cbrn'],
  ],
  [
    'ML8',
    'Energetic materials and related substances',
    '고에너지 물질 및 관련 물질',
    ['Explosives', 'Pyrotechnics'],
    ['munitions.propellants'],
  ],
  [
    'ML9',
    'Vessels of war, special naval equipment, accessories',
    '군함, 특수 해군 장비 및 부속품',
    [],
    ['platforms.ships'],
  ],
  [
    'ML10',
    'Aircraft, lighter-than-air vehicles, unmanned aerial vehicles, aero-engines',
    '항공기, 경항공기, 무인항공기, 항공 엔진',
    [],
    ['platforms.aircraft', 'platforms.uncrewed-air'],
  ],
  [
    'ML11',
    'Electronic equipment, spacecraft and components not specified elsewhere',
    '전자 장비, 우주선 및 기타 구성품',
    [],
    ['sensors.electronic-warfare'],
  ],
  ['ML12', 'High-velocity kinetic energy weapon systems', '고속 운동에너지 무기 체계', ['Railgun']],
  [
    'ML13',
    'Armoured or protective equipment, constructions and components',
    '장갑·방호 장비, 구조물 및 구성품',
    [],
    ['protection.armour'],
  ],
  [
    'ML14',
    'Specialised equipment for military training or simulation',
    '군사 훈련·모의 전용 장비',
    [],
    ['services.training'],
  ],
  [
    'ML15',
    'Imaging or countermeasure equipment for military use',
    '군용 영상 또는 대응 장비',
    [],
    ['sensors.electro-optics', 'sensors.night-vision'],
  ],
  [
    'ML16',
    'Forgings, castings and other unfinished products',
    '단조품, 주조품 및 기타 반제품',
    [],
    ['supply.castings'],
  ],
  ['ML17', 'Miscellaneous equipment, materials and libraries', '기타 장비, 재료 및 라이브러리', []],
  [
    'ML18',
    'Production equipment, environmental test facilities and components',
    '생산 장비, 환경 시험 시설 및 구성품',
    ['Tooling', 'Production equipment'],
    ['services.testing'],
  ],
  [
    'ML19',
    'Directed energy weapon systems, countermeasures and test models',
    '지향성 에너지 무기 체계',
    ['Laser weapon', 'Directed energy', 'High-power microwave'],
  ],
  ['ML20', 'Cryogenic and superconductive equipment', '극저온 및 초전도 장비', ['Superconductors']],
  ['ML21', 'Software', '군용 소프트웨어', [], ['services.software']],
  ['ML22', 'Technology', '군용 기술', []],
]);

/**
 * The categories of Annex I of Regulation (EU) 2021/821 (dual-use items). The Wassenaar list has 1 to 9 only; 0 is of
 * the European and British lists. The Korean titles are ours.
 */
export const dualUse: readonly Capability[] = capabilitiesOf('dual-use', [
  ['DU0', 'Nuclear materials, facilities and equipment', '핵물질, 시설 및 장비', ['Nuclear']],
  [
    'DU1',
    'Special materials and related equipment',
    '특수 재료 및 관련 장비',
    [],
    ['supply.composites', 'supply.alloys'],
  ],
  ['DU2', 'Materials processing', '재료 가공', ['Bearings'], ['supply.machining']],
  ['DU3', 'Electronics', '전자', ['Electrical equipment'], ['microelectronics', 'supply.chips']],
  ['DU4', 'Computers', '컴퓨터', ['Computing hardware', 'Ruggedised technology']],
  [
    'DU5',
    'Telecommunications and information security',
    '통신 및 정보 보안',
    [],
    ['c2.communications', 'cyber'],
  ],
  ['DU6', 'Sensors and lasers', '센서 및 레이저', ['Lasers', 'Photonics'], ['sensors']],
  [
    'DU7',
    'Navigation and avionics',
    '항법 및 항공전자',
    ['Navigation'],
    ['supply.avionics', 'space.navigation'],
  ],
  ['DU8', 'Marine', '해양', ['Submersibles'], ['platforms.uncrewed-underwater']],
  ['DU9', 'Aerospace and propulsion', '항공우주 및 추진', [], ['supply.propulsion', 'space']],
]);

import { capabilitiesOf, type Capability } from './capability.ts';

/**
 * The categories of actions of the European Defence Fund, as in the calls of 2022, and the calls for small firms, which
 * are recalled and not verified. The Korean titles are ours.
 */
export const edfCategories: readonly Capability[] = [
  ...capabilitiesOf('edf', [
    [
      'EDF1',
      'Defence medical support, CBRN, biotech and human factors',
      '국방 의무, 화생방, 바이오, 인적 요소',
      [],
      ['protection.cbrn', 'protection.medical'],
    ],
    ['EDF2', 'Information superiority', '정보 우위', ['ISR', 'Intelligence'], ['c2', 'sensors.surveillance']],
    ['EDF3', 'Advanced passive and active sensors', '첨단 능동·수동 센서', [], ['sensors']],
    ['EDF4', 'Cyber', '사이버', [], ['cyber']],
    ['EDF5', 'Space', '우주', [], ['space']],
    ['EDF6', 'Digital transformation', '디지털 전환', [], ['ai', 'services.software']],
    [
      'EDF7',
      'Energy resilience and environmental transition',
      '에너지 회복력과 환경 전환',
      [],
      ['supply.power'],
    ],
    [
      'EDF8',
      'Materials and components',
      '재료 및 부품',
      [],
      ['supply.components', 'supply.alloys', 'supply.chips'],
    ],
    ['EDF9', 'Air combat', '공중 전투', [], ['platforms.aircraft']],
    ['EDF10', 'Air and missile defence', '방공 및 미사일 방어', ['Air defence'], ['platforms.air-defence']],
    ['EDF11', 'Ground combat', '지상 전투', ['Combat systems'], ['platforms.ground-vehicles']],
    ['EDF12', 'Force protection and mobility', '부대 방호와 기동', [], ['protection']],
    ['EDF13', 'Naval combat', '해상 전투', [], ['platforms.ships']],
    [
      'EDF14',
      'Underwater warfare',
      '수중전',
      ['Anti-submarine warfare', 'Sub surface'],
      ['sensors.sonar', 'platforms.uncrewed-underwater'],
    ],
    ['EDF15', 'Simulation and training', '모의 및 훈련', [], ['services.training']],
    ['EDF16', 'Disruptive technologies', '파괴적 혁신 기술', [], ['quantum']],
  ]),
  ...capabilitiesOf('edf', [
    [
      'EDF17',
      'Innovative defence technologies (calls for small firms)',
      '혁신 국방 기술 (중소기업 공모)',
      [],
    ],
  ]).map((category) => ({ ...category, verified: false })),
];

/** The challenge areas of DIANA, NATO's accelerator, for 2026. The Korean titles are ours. */
export const dianaAreas: readonly Capability[] = capabilitiesOf('diana', [
  ['DIANA1', 'Energy and power', '에너지와 전력', [], ['supply.power']],
  ['DIANA2', 'Advanced communication technologies', '첨단 통신 기술', [], ['c2.communications']],
  [
    'DIANA3',
    'Contested electromagnetic environments',
    '전자기 경합 환경',
    [],
    ['sensors.electronic-warfare'],
  ],
  ['DIANA4', 'Human resilience and biotechnologies', '인적 회복력과 바이오 기술', [], ['protection.medical']],
  [
    'DIANA5',
    'Critical infrastructure and logistics',
    '핵심 기반시설과 군수',
    ['Critical infrastructure'],
    ['services.logistics'],
  ],
  ['DIANA6', 'Operations in extreme environments', '극한 환경 작전', ['Arctic']],
  ['DIANA7', 'Maritime operations', '해양 작전', [], ['maritime']],
  ['DIANA8', 'Resilient space operations', '회복력 있는 우주 작전', [], ['space']],
  ['DIANA9', 'Autonomy and unmanned systems', '자율 및 무인 체계', [], ['platforms.uncrewed', 'ai.autonomy']],
  [
    'DIANA10',
    'Data assisted decision making',
    '데이터 기반 의사결정',
    ['Data analytics'],
    ['ai.decision-support'],
  ],
]);

/** NATO's emerging and disruptive technologies. The Korean titles are ours. */
export const natoTechnologies: readonly Capability[] = capabilitiesOf('nato-edt', [
  ['EDT1', 'Artificial intelligence', '인공지능', [], ['ai']],
  ['EDT2', 'Autonomous systems', '자율 체계', [], ['ai.autonomy', 'platforms.uncrewed']],
  ['EDT3', 'Quantum technologies', '양자 기술', [], ['quantum']],
  [
    'EDT4',
    'Biotechnology and human enhancement',
    '바이오 기술과 인간 증강',
    ['Biometrics'],
    ['protection.medical'],
  ],
  ['EDT5', 'Hypersonic systems', '극초음속 체계', ['Hypersonic'], ['munitions.guided']],
  ['EDT6', 'Space', '우주', [], ['space']],
  [
    'EDT7',
    'Novel materials and manufacturing',
    '신소재와 제조',
    [],
    ['supply.composites', 'supply.additive'],
  ],
  ['EDT8', 'Energy and propulsion', '에너지와 추진', [], ['supply.power', 'supply.propulsion']],
  ['EDT9', 'Next-generation communication networks', '차세대 통신망', ['5G', '6G'], ['c2.communications']],
]);

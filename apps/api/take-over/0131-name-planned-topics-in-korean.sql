-- A topic is what somebody typed, or, of a planned meeting, a title that the platform knows in both of its languages.
-- The folded topic holds all that a reader may see, as a search compares it.
alter table meeting
  add column topic_ko text,
  add column folded_topic text not null default '',
  add constraint meeting_topic_ko_of_planned check (topic_ko is null or planned_by is not null);

create or replace function meeting_entry_changes() returns trigger language plpgsql as $$
begin
  if (new.topic, new.topic_ko, new.state, new.place_lost, new.starts_at, new.ends_at, new.table_id, new.interpreter_id, new.from_team_id, new.to_team_id)
     is distinct from
     (old.topic, old.topic_ko, old.state, old.place_lost, old.starts_at, old.ends_at, old.table_id, old.interpreter_id, old.from_team_id, old.to_team_id) then
    new.entry_changed_at := now();
  end if;
  return new;
end $$;

update meeting set topic = 'Planned by the host from the wishes of both sides', topic_ko = '양측의 희망에 따라 주최 측이 배정한 면담'
where planned_by is not null and topic = 'Planned by the secretariat from your wishes';
update meeting m set topic_ko = c.title_ko from capability_change c
where m.planned_by is not null and m.topic_ko is null and c.edition_id = m.edition_id and c.title = m.topic;
-- The list as it is shipped. Two English titles stand for two entries each: the first of them, as it was shown.
update meeting m set topic_ko = shipped.ko from (values
  ('Munitions', '탄약'),
  ('Artillery ammunition', '포탄'),
  ('Small-calibre ammunition', '소구경 탄약'),
  ('Propellants and explosives', '추진제와 화약'),
  ('Guided weapons and missiles', '유도무기와 미사일'),
  ('Loitering munitions', '배회형 탄약'),
  ('Fuzes and warheads', '신관과 탄두'),
  ('Torpedoes and sea mines', '어뢰와 기뢰'),
  ('Guns and small arms', '총포와 소화기'),
  ('Sensors', '센서'),
  ('Radar', '레이더'),
  ('Electro-optics and infrared', '전자광학과 적외선'),
  ('Night vision', '야간 투시'),
  ('Sonar and acoustics', '소나와 음향'),
  ('Electronic warfare and signals intelligence', '전자전과 신호정보'),
  ('Intelligence, surveillance and reconnaissance', '정보·감시·정찰'),
  ('Drone detection and defeat', '대드론 탐지와 대응'),
  ('Command and control', '지휘통제'),
  ('Command and control software', '지휘통제 소프트웨어'),
  ('Tactical communications and data links', '전술 통신과 데이터 링크'),
  ('Satellite communications', '위성 통신'),
  ('Geospatial information and displays', '지리공간 정보와 전시'),
  ('Secure microelectronics', '보안 마이크로전자'),
  ('Trusted foundry', '신뢰 파운드리'),
  ('Radio-frequency and power devices', 'RF·전력 소자'),
  ('Design of secure chips', '보안 칩 설계'),
  ('Packaging and test of chips', '칩 패키징과 시험'),
  ('Maritime domain awareness', '해양 상황 인식'),
  ('Coastal surveillance', '연안 감시'),
  ('Vessel tracking and data fusion', '선박 추적과 정보 융합'),
  ('Undersea infrastructure protection', '해저 기반시설 보호'),
  ('Maritime patrol and search and rescue', '해상 초계와 수색구조'),
  ('Artificial intelligence', '인공지능'),
  ('Computer vision', '컴퓨터 비전'),
  ('Decision support', '의사결정 지원'),
  ('Autonomy and robotics', '자율과 로봇'),
  ('Edge computing', '엣지 컴퓨팅'),
  ('Quantum technologies', '양자 기술'),
  ('Quantum sensing and timing', '양자 센싱과 시각'),
  ('Quantum communication', '양자 통신'),
  ('Quantum computing', '양자 컴퓨팅'),
  ('Cyber security', '사이버 보안'),
  ('Monitoring and response', '탐지와 대응'),
  ('Cryptography and key management', '암호와 키 관리'),
  ('Security of software and supply chains', '소프트웨어·공급망 보안'),
  ('Identity and access control', '신원과 출입 통제'),
  ('Space', '우주'),
  ('Earth observation', '지구 관측'),
  ('Satellites and payloads', '위성과 탑재체'),
  ('Launch', '발사'),
  ('Space domain awareness', '우주 상황 인식'),
  ('Positioning, navigation and timing', '위치·항법·시각'),
  ('Ground segment', '지상 부문'),
  ('Supply-chain items', '공급망 품목'),
  ('Chips and electronic parts', '반도체와 전자 부품'),
  ('Alloys and special metals', '합금과 특수 금속'),
  ('Specialised components', '특수 부품'),
  ('Castings and forgings', '주조품과 단조품'),
  ('Precision machining and manufacturing', '정밀 가공과 제조'),
  ('Additive manufacturing', '적층 제조'),
  ('Composites and advanced materials', '복합재와 첨단 소재'),
  ('Rare earths and magnets', '희토류와 자석'),
  ('Batteries and power', '배터리와 전력'),
  ('Engines and propulsion', '엔진과 추진'),
  ('Avionics', '항공전자'),
  ('Chemicals, fuels and coatings', '화학, 연료와 도료'),
  ('Platforms', '플랫폼'),
  ('Aircraft', '항공기'),
  ('Helicopters', '헬리콥터'),
  ('Uncrewed systems', '무인 체계'),
  ('Drones', '드론'),
  ('Uncrewed ground vehicles', '무인 지상 차량'),
  ('Uncrewed surface vessels', '무인 수상정'),
  ('Uncrewed underwater vehicles', '무인 잠수정'),
  ('Ground vehicles', '지상 차량'),
  ('Ships and boats', '함정과 보트'),
  ('Air and missile defence', '방공과 미사일 방어'),
  ('Protection of forces', '부대 방호'),
  ('Armour', '장갑'),
  ('Soldier systems', '개인 전투 체계'),
  ('CBRN protection', '화생방 방호'),
  ('Disposal of explosive ordnance', '폭발물 처리'),
  ('Medical support', '의무 지원'),
  ('Services', '서비스'),
  ('Engineering and design', '엔지니어링과 설계'),
  ('Training and simulation', '훈련과 모의'),
  ('Test and evaluation', '시험평가'),
  ('Maintenance, repair and overhaul', '정비·수리·분해정비'),
  ('Logistics and support', '군수와 지원'),
  ('Software', '소프트웨어'),
  ('Infrastructure and construction', '기반시설과 건설'),
  ('Emergency and disaster relief', '비상과 재난 구호'),
  ('Smooth-bore weapons under 20 mm, automatic weapons up to 12.7 mm', '20mm 미만 활강총포, 12.7mm 이하 자동화기'),
  ('Smooth-bore weapons of 20 mm or more, weapons above 12.7 mm, projectors', '20mm 이상 활강포, 12.7mm 초과 화기'),
  ('Ammunition and fuze-setting devices', '탄약 및 신관 설정 장치'),
  ('Bombs, torpedoes, rockets, missiles, other explosive devices and charges', '폭탄, 어뢰, 로켓, 미사일 및 기타 폭발 장치'),
  ('Fire control, surveillance and warning equipment, and countermeasures', '사격통제, 감시·경보 장비 및 대응책'),
  ('Ground vehicles and components', '지상 차량 및 구성품'),
  ('Chemical, biological, riot-control agents, radioactive materials and related equipment', '화생방 작용제, 방사성 물질 및 관련 장비'),
  ('Energetic materials and related substances', '고에너지 물질 및 관련 물질'),
  ('Vessels of war, special naval equipment, accessories', '군함, 특수 해군 장비 및 부속품'),
  ('Aircraft, lighter-than-air vehicles, unmanned aerial vehicles, aero-engines', '항공기, 경항공기, 무인항공기, 항공 엔진'),
  ('Electronic equipment, spacecraft and components not specified elsewhere', '전자 장비, 우주선 및 기타 구성품'),
  ('High-velocity kinetic energy weapon systems', '고속 운동에너지 무기 체계'),
  ('Armoured or protective equipment, constructions and components', '장갑·방호 장비, 구조물 및 구성품'),
  ('Specialised equipment for military training or simulation', '군사 훈련·모의 전용 장비'),
  ('Imaging or countermeasure equipment for military use', '군용 영상 또는 대응 장비'),
  ('Forgings, castings and other unfinished products', '단조품, 주조품 및 기타 반제품'),
  ('Miscellaneous equipment, materials and libraries', '기타 장비, 재료 및 라이브러리'),
  ('Production equipment, environmental test facilities and components', '생산 장비, 환경 시험 시설 및 구성품'),
  ('Directed energy weapon systems, countermeasures and test models', '지향성 에너지 무기 체계'),
  ('Cryogenic and superconductive equipment', '극저온 및 초전도 장비'),
  ('Technology', '군용 기술'),
  ('Nuclear materials, facilities and equipment', '핵물질, 시설 및 장비'),
  ('Special materials and related equipment', '특수 재료 및 관련 장비'),
  ('Materials processing', '재료 가공'),
  ('Electronics', '전자'),
  ('Computers', '컴퓨터'),
  ('Telecommunications and information security', '통신 및 정보 보안'),
  ('Sensors and lasers', '센서 및 레이저'),
  ('Navigation and avionics', '항법 및 항공전자'),
  ('Marine', '해양'),
  ('Aerospace and propulsion', '항공우주 및 추진'),
  ('Defence medical support, CBRN, biotech and human factors', '국방 의무, 화생방, 바이오, 인적 요소'),
  ('Information superiority', '정보 우위'),
  ('Advanced passive and active sensors', '첨단 능동·수동 센서'),
  ('Cyber', '사이버'),
  ('Digital transformation', '디지털 전환'),
  ('Energy resilience and environmental transition', '에너지 회복력과 환경 전환'),
  ('Materials and components', '재료 및 부품'),
  ('Air combat', '공중 전투'),
  ('Ground combat', '지상 전투'),
  ('Force protection and mobility', '부대 방호와 기동'),
  ('Naval combat', '해상 전투'),
  ('Underwater warfare', '수중전'),
  ('Simulation and training', '모의 및 훈련'),
  ('Disruptive technologies', '파괴적 혁신 기술'),
  ('Innovative defence technologies (calls for small firms)', '혁신 국방 기술 (중소기업 공모)'),
  ('Energy and power', '에너지와 전력'),
  ('Advanced communication technologies', '첨단 통신 기술'),
  ('Contested electromagnetic environments', '전자기 경합 환경'),
  ('Human resilience and biotechnologies', '인적 회복력과 바이오 기술'),
  ('Critical infrastructure and logistics', '핵심 기반시설과 군수'),
  ('Operations in extreme environments', '극한 환경 작전'),
  ('Maritime operations', '해양 작전'),
  ('Resilient space operations', '회복력 있는 우주 작전'),
  ('Autonomy and unmanned systems', '자율 및 무인 체계'),
  ('Data assisted decision making', '데이터 기반 의사결정'),
  ('Autonomous systems', '자율 체계'),
  ('Biotechnology and human enhancement', '바이오 기술과 인간 증강'),
  ('Hypersonic systems', '극초음속 체계'),
  ('Novel materials and manufacturing', '신소재와 제조'),
  ('Energy and propulsion', '에너지와 추진'),
  ('Next-generation communication networks', '차세대 통신망')
) shipped (en, ko)
where m.planned_by is not null and m.topic_ko is null and m.topic = shipped.en;

-- Folds what is there as the platform does from now on: no accents, Hangul as its keys.
with keys (jamo, keys) as (
  select chr(x'1100'::int + n::int - 1), letter
    from unnest(string_to_array('ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ', null)) with ordinality i (letter, n)
  union all select chr(x'1161'::int + n::int - 1), letter
    from unnest(string_to_array('ㅏ ㅐ ㅑ ㅒ ㅓ ㅔ ㅕ ㅖ ㅗ ㅗㅏ ㅗㅐ ㅗㅣ ㅛ ㅜ ㅜㅓ ㅜㅔ ㅜㅣ ㅠ ㅡ ㅡㅣ ㅣ', ' ')) with ordinality i (letter, n)
  union all select chr(x'11a8'::int + n::int - 1), letter
    from unnest(string_to_array('ㄱ ㄲ ㄱㅅ ㄴ ㄴㅈ ㄴㅎ ㄷ ㄹ ㄹㄱ ㄹㅁ ㄹㅂ ㄹㅅ ㄹㅌ ㄹㅍ ㄹㅎ ㅁ ㅂ ㅂㅅ ㅅ ㅆ ㅇ ㅈ ㅊ ㅋ ㅌ ㅍ ㅎ', ' ')) with ordinality i (letter, n)
), folded as (
  select m.id, normalize(string_agg(coalesce(k.keys, one.letter), '' order by one.n), NFC) as topic
  from meeting m
  cross join regexp_split_to_table(normalize(lower(concat_ws(' ', m.topic, m.topic_ko)), NFKD), '') with ordinality one (letter, n)
  left join keys k on k.jamo = one.letter
  where one.letter !~ '[\u0300-\u036f\u093c\u00ad\u200b-\u200f\ufe00-\ufe0f]'
  group by m.id
)
update meeting m set folded_topic = folded.topic from folded where folded.id = m.id;

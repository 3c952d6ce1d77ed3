/**
 * What citations of the rule packs say in Korean, by the English: what is no title of an act, and where a rule was read.
 * Titles of acts stay as they are; our translation.
 */
export const citationsInKorean: Readonly<Record<string, string>> = {
  'DIANA challenge calls': 'DIANA 과제 공모',
  'NATO Innovation Fund, limited partnership': 'NATO 혁신기금(유한책임조합)',
  "The buying state's rules on offset": '구매국의 절충교역 규정',
  'Association agreement to Horizon Europe': '호라이즌 유럽 준회원국 협정',
  'EU–New Zealand association to Horizon Europe': '유럽연합–뉴질랜드 호라이즌 유럽 준회원국 협정',
  'EU–Canada association to Horizon Europe': '유럽연합–캐나다 호라이즌 유럽 준회원국 협정',
  'EU–Japan association to Horizon Europe': '유럽연합–일본 호라이즌 유럽 준회원국 협정',
  'DG DEFIS: participants are of the Union and Norway':
    '집행위원회 방위산업우주총국: 참가자는 유럽연합과 노르웨이',
  'Defence Industry Europe on the first cohort (2023)': 'Defence Industry Europe, 첫 선발 기업 보도(2023)',
  'IRSEM research paper 125 (2022); the wording of the article was not read again':
    'IRSEM 연구 보고서 125(2022). 조문은 다시 확인하지 않음',
  'Official Journal of 29 December 2025, as summarised': '2025년 12월 29일 유럽연합 관보(요약)',
  'Text of the Council as quoted by Maple Leaf Navy; Bird & Bird; DFM names the paragraph':
    'Maple Leaf Navy가 인용한 이사회 문안, Bird & Bird. 항은 DFM에 따름',
  'Bird & Bird on the SAFE Regulation (2025)': 'Bird & Bird의 SAFE 규정 해설(2025)',
};

/** The sentences of the rule packs in Korean, by the English one; our translation. */
export const rulesInKorean: Readonly<Record<string, string>> = {
  'Recipients are established in the Union or an associated country.':
    '수혜 기관은 유럽연합 또는 준회원국에 설립되어 있어야 합니다.',
  'Their executive management is in the Union or an associated country.':
    '경영 조직이 유럽연합 또는 준회원국에 있어야 합니다.',
  'The facilities of the action lie in the Union or an associated country.':
    '사업에 쓰는 시설이 유럽연합 또는 준회원국에 있어야 합니다.',
  'Recipients are not controlled from a country that is not associated.':
    '수혜 기관은 준회원국이 아닌 나라의 지배를 받지 않아야 합니다.',
  'Controlled from outside: open on guarantees of its state, which the Commission verifies.':
    '역외 지배: 소속국의 보증을 집행위원회가 확인하면 참여할 수 있습니다.',
  'Every recipient of a consortium must itself be able to take part; a consortium needs at least three, of three countries.':
    '컨소시엄의 모든 기관이 각각 참여 자격을 갖추어야 하며, 3개국의 기관 셋 이상이 필요합니다.',
  'Controlled from outside: open on guarantees of its state.':
    '역외 지배: 소속국의 보증이 있으면 참여할 수 있습니다.',
  'Components from outside the Union and associated countries are at most 35 % of the cost of components.':
    '유럽연합과 준회원국 밖의 부품은 부품 비용의 35 % 이하여야 합니다.',
  'The firm from outside takes part as a supplier of components, within the 35 %.':
    '역외 기업은 35 % 한도 안에서 부품 공급자로 참여합니다.',
  'Contractors are established in the Union, in the EEA members of EFTA, in Ukraine, or in a country with an agreement under SAFE.':
    '계약자는 유럽연합, EFTA의 EEA 회원국, 우크라이나 또는 SAFE 협정을 맺은 나라에 설립되어 있어야 합니다.',
  'An agreement under SAFE presupposes a Security and Defence Partnership; the partnership alone opens nothing.':
    'SAFE 협정은 안보·방위 파트너십을 전제로 하며, 파트너십만으로는 참여할 수 없습니다.',
  'Their executive management is there too.': '경영 조직도 그곳에 있어야 합니다.',
  'Contractors are not controlled from elsewhere.': '계약자는 그 밖의 나라의 지배를 받지 않아야 합니다.',
  'Controlled from outside: open after screening of the investment, or on guarantees of its state.':
    '역외 지배: 투자 심사를 거치거나 소속국의 보증이 있으면 참여할 수 있습니다.',
  'Components from outside are at most 35 % of the estimated cost of the components of the end product.':
    '역외 부품은 최종 제품 부품의 추정 비용의 35 % 이하여야 합니다.',
  'For critical products the contractor can decide on the design without restrictions from outside.':
    '핵심 제품은 계약자가 외부의 제한 없이 설계를 결정할 수 있어야 합니다.',
  'Participants with funding are established in the Union or an associated country; others may take part in most calls at their own cost.':
    '재정 지원을 받는 참여자는 유럽연합 또는 준회원국에 설립되어 있어야 합니다. 그 밖에는 대부분의 공모에 자비로 참여할 수 있습니다.',
  'Associated to Pillar II only: with funding in its calls; in most others at its own cost.':
    '필라 II 준회원국: 필라 II 공모에서는 재정 지원을 받고, 그 밖의 대부분의 공모에는 자비로 참여할 수 있습니다.',
  'Not associated: in most calls at its own cost. Some states of low and middle income are funded all the same; which, was not verified.':
    '준회원국이 아님: 대부분의 공모에 자비로 참여할 수 있습니다. 일부 중·저소득국은 그래도 지원을 받지만, 어느 나라인지는 확인하지 않았습니다.',
  'The work has an exclusive focus on civil applications.': '연구는 민간 용도에만 초점을 두어야 합니다.',
  'Both take part in one consortium of at least three, of three countries of the Union or associated, one of them of the Union.':
    '두 기업은 유럽연합 또는 준회원국 3개국의 기관 셋 이상(유럽연합 하나 이상)으로 된 컨소시엄에 함께 참여합니다.',
  'Companies are headquartered in a member state of NATO.': '기업의 본사가 NATO 회원국에 있어야 합니다.',
  'The solution has civil and military uses.': '해법은 민간과 군사 양쪽에 쓰여야 합니다.',
  'A common proposal needs both to be admissible.': '공동 제안은 두 기업 모두 자격이 있어야 합니다.',
  'The state takes part in the fund; the list of those that do was not verified.':
    '소속국이 기금에 참여해야 합니다. 참여국 목록은 확인하지 않았습니다.',
  'The fund invests in one company; both must be admissible to be looked at together.':
    '기금은 한 기업에 투자합니다. 함께 검토하려면 두 기업 모두 자격이 있어야 합니다.',
  'The purchase carries an offset obligation.': '해당 구매에 절충교역 의무가 있어야 합니다.',
  'Thresholds, multipliers and eligible work are as the buying state says.':
    '기준 금액, 승수, 인정 업무는 구매국이 정합니다.',
  "Open on the terms of the buying state's authority, which are not in this pack.":
    '구매국 당국의 조건에 따라 참여할 수 있으며, 그 조건은 여기에 담겨 있지 않습니다.',
  'The obligation binds the seller; the partner is where it is fulfilled.':
    '의무는 판매자에게 있고, 협력 기업은 이행이 이루어지는 곳입니다.',
};

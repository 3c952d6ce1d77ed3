import type { MeetingRuleForm } from '@forum/contract/matchmaking/settings';
import type { DelegateCategory } from '@forum/domain/people/delegate-category';
import { countryName } from '@forum/ui/lib/country-name';
import { useTranslation } from 'react-i18next';

type Party = MeetingRuleForm['between'][number];

/** Says who may meet whom in a sentence. */
export function useRuleWords(firmName: (id: string) => string) {
  const { t, i18n } = useTranslation();
  const anyOf = (names: readonly string[]) =>
    new Intl.ListFormat(i18n.language, { type: 'disjunction' }).format(names);
  const categoryName = (code: DelegateCategory) => t(`category.${code}`);
  const party = ({ categories, countries, firms }: Party): string => {
    const isAll = !categories && !countries && !firms;
    let words = firms ? anyOf(firms.map(firmName)) : t(isAll ? 'matching.party.all' : 'matching.party.firms');
    if (countries) {
      const names = anyOf(countries.map((code) => countryName(code, i18n.language)));
      words = t('matching.party.of', { who: words, countries: names });
    }
    if (!categories) return words;
    return t('matching.party.in', { who: words, categories: anyOf(categories.map(categoryName)) });
  };
  const sentence = ({ effect, between: [one, other] }: Pick<MeetingRuleForm, 'effect' | 'between'>) => {
    const said = t(`matching.rule-says.${effect}`, { one: party(one), other: party(other) });
    return said.charAt(0).toLocaleUpperCase(i18n.language) + said.slice(1);
  };
  return { sentence };
}

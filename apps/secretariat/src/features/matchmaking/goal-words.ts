import type { MatchSettingsForm } from '@forum/contract/matchmaking/settings';
import { countryName } from '@forum/ui/lib/country-name';
import { useTranslation } from 'react-i18next';
import { useCapabilityName } from './use-capability-name.ts';

export type Goal = MatchSettingsForm['goals'][number];
type Group = NonNullable<Goal['between']>[number];

/** Says in a sentence when a goal counts. */
export function useGoalWords(): (goal: Goal) => string {
  const { t, i18n } = useTranslation();
  const nameOf = useCapabilityName();
  const anyOf = (names: readonly string[]) =>
    new Intl.ListFormat(i18n.language, { type: 'disjunction' }).format(names);
  const group = ({ sizes, countries }: Group): string => {
    const who = sizes
      ? t('matching.goal.any', {
          who: anyOf(sizes.map((size) => t(`size.${size}`).toLocaleLowerCase(i18n.language))),
        })
      : t(countries ? 'matching.party.firms' : 'matching.party.all');
    const names = countries && anyOf(countries.map((code) => countryName(code, i18n.language)));
    return names ? t('matching.party.of', { who, countries: names }) : who;
  };
  return ({ capabilities, modes, between }) => {
    const parts = [
      capabilities && t('matching.goal.about', { what: anyOf(capabilities.map(nameOf)) }),
      modes && t('matching.goal.by', { modes: anyOf(modes.map((mode) => t(`mode.${mode}`))) }),
      between && t('matching.goal.between', { one: group(between[0]), other: group(between[1]) }),
    ].filter((part) => part !== null);
    return parts.length === 0 ? t('matching.goal.always') : parts.join(' · ');
  };
}

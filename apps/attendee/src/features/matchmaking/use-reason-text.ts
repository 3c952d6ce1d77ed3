import type { MatchTerm } from '@forum/contract/matchmaking/suggestions';
import { countryName } from '@forum/ui/lib/country-name';
import { useTranslation } from 'react-i18next';
import type { Reason } from './reasons.ts';
import { useCapabilityName } from './use-capabilities.ts';

/** Says reasons and their parts in plain words. */
export function useReasonText() {
  const { t, i18n } = useTranslation();
  const nameOf = useCapabilityName();
  const reason = ({ kind, terms }: Reason): string => {
    const [first] = terms;
    if (first?.line) {
      const { need, offer } = first.line;
      const what = nameOf(need.capability);
      const said = t(`match.reason.${kind}`, {
        what,
        mode: t(`mode.${need.mode}`).toLocaleLowerCase(i18n.language),
      });
      return need.capability === offer.capability
        ? said
        : `${said} ${t('match.reason.as', { what: nameOf(offer.capability) })}`;
    }
    if (kind === 'interest') {
      const country = countryName(first?.about ?? null, i18n.language);
      return t(first?.gain === 'ours' ? 'match.reason.interest-ours' : 'match.reason.interest-theirs', {
        country,
      });
    }
    if (kind === 'underWay') {
      return t('match.reason.underWay', { stage: t(`stage.${first?.about ?? 'interest'}`) });
    }
    return t(`match.reason.${kind}`, { goal: first?.about ?? '' });
  };
  const term = ({ kind, line }: MatchTerm): string => {
    const name = t(`match.term.${kind}`);
    if (!line) return name;
    const { need, offer } = line;
    const pair = (asked: string | null, has: string | null) =>
      `${name}: ${t('match.asked-has', { asked: asked ?? '–', has: has ?? '–' })}`;
    switch (kind) {
      case 'mode':
        return pair(t(`mode.${need.mode}`), t(`mode.${offer.mode}`));
      case 'maturity':
        return pair(
          need.maturity === null ? null : String(need.maturity),
          offer.maturity === null ? null : String(offer.maturity),
        );
      case 'capacity':
        return pair(
          need.capacity && t(`capacity.${need.capacity}`),
          offer.capacity && t(`capacity.${offer.capacity}`),
        );
      case 'leadTime':
        return pair(weeks(need.leadTimeWeeks), weeks(offer.leadTimeWeeks));
      case 'capability':
        return need.capability === offer.capability
          ? name
          : pair(nameOf(need.capability), nameOf(offer.capability));
      default:
        return name;
    }
  };
  const weeks = (count: number | null) => (count === null ? null : t('match.weeks', { count }));
  return { reason, term };
}

import type { RingYear } from '@forum/contract/editions/rotation';
import { useTranslation } from 'react-i18next';

type Reason = RingYear['reasons'][number];

/** Says in the reader's language why a capital hosts a year. */
export function useHostReason(): (reason: Reason) => string {
  const { t, i18n } = useTranslation();
  const inWords = (fact: unknown) => (i18n.exists(`region.${fact}`) ? t(`region.${fact}`) : fact);
  return (reason) => {
    const facts = Object.fromEntries(Object.entries(reason).map(([name, fact]) => [name, inWords(fact)]));
    return t(`ring.reason.${keyOf(reason)}`, { ...facts, defaultValue: reason.code });
  };
}

/** Who waited longest in its region may have waited shorter than somebody of the other, whose turn it is not. */
const keyOf = (reason: Reason) =>
  'among' in reason && reason['among'] !== 'all' ? `${reason.code}-in-region` : reason.code;

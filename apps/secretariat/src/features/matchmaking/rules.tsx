import { queryOf } from '@forum/client/query';
import {
  listRuleFirms,
  type MeetingRuleForm,
  type SettingsOfEdition,
} from '@forum/contract/matchmaking/settings';
import { useEdition } from '@forum/ui/lib/edition';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NoMeetPairs } from './no-meet-pairs.tsx';
import { RuleForm } from './rule-form.tsx';
import { useRuleWords } from './rule-words.ts';
import { Saved } from './saved.tsx';
import { useSaveSettings } from './use-settings.ts';

/** The rules who may meet whom, in their order, and the pairs that must not. */
export function RulesPart({ read }: { read: SettingsOfEdition }): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const { save, set } = useSaveSettings(read);
  const firms = useQuery(queryOf(listRuleFirms, { params: { edition: edition.slug } }));
  const names = new Map(firms.data?.map(({ id, name }) => [id, name]));
  const { sentence } = useRuleWords((id) => names.get(id) ?? (firms.data ? t('matching.gone-firm') : '…'));
  const earlier = (place: number): MeetingRuleForm[] => {
    const rules = [...read.rules];
    const [moved] = rules.splice(place, 1);
    return moved ? [...rules.slice(0, place - 1), moved, ...rules.slice(place - 1)] : rules;
  };
  return (
    <>
      <p className="second">{t('matching.rules-text')}</p>
      {read.rules.length === 0 && <p>{t('matching.no-rules')}</p>}
      <ol className="ruled" aria-label={t('matching.part.rules')}>
        {read.rules.map((rule, place) => (
          <li key={rule.id} className="apart history-row">
            <span>
              {sentence(rule)}{' '}
              {rule.reason && <span className="note">{t('matching.because', { reason: rule.reason })}</span>}
            </span>
            <span className="line-up">
              {place > 0 && (
                <button
                  className="button"
                  data-kind="quiet"
                  type="button"
                  aria-label={t('matching.earlier-rule', { rule: sentence(rule) })}
                  disabled={save.isPending}
                  onClick={() => set({ rules: earlier(place) })}
                >
                  {t('matching.earlier')}
                </button>
              )}
              <button
                className="button"
                type="button"
                aria-label={t('matching.remove-rule', { rule: sentence(rule) })}
                disabled={save.isPending}
                onClick={() => set({ rules: read.rules.filter(({ id }) => id !== rule.id) })}
              >
                {t('matching.remove')}
              </button>
            </span>
          </li>
        ))}
      </ol>
      <Saved save={save} />
      <RuleForm
        isBusy={save.isPending}
        onAdd={(rule, onKept) => set({ rules: [...read.rules, rule] }, onKept)}
      />
      <NoMeetPairs />
    </>
  );
}

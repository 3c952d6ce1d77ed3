import { type MeetingRuleForm, type SettingsOfEdition } from '@forum/contract/matchmaking';
import { SelectField, TextField } from '@forum/ui/forms/field';
import { countryName } from '@forum/ui/lib/country-name';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NoMeetPairs } from './no-meet-pairs.tsx';
import { Saved } from './saved.tsx';
import { useSaveSettings } from './use-settings.ts';

const codesIn = (text: string) => text.toUpperCase().match(/[A-Z]{2}/g);

const firmsOf = (countries: string[] | null): MeetingRuleForm['between'][number] => ({
  categories: null,
  countries,
  firms: null,
});

/** The rules who may meet whom, in their order, and the pairs that must not. */
export function RulesPart({ read }: { read: SettingsOfEdition }): ReactNode {
  const { t, i18n } = useTranslation();
  const { save, set } = useSaveSettings(read);
  const [effect, setEffect] = useState<MeetingRuleForm['effect']>('forbid');
  const [one, setOne] = useState('');
  const [other, setOther] = useState('');
  const [reason, setReason] = useState('');
  const named = ({ countries }: MeetingRuleForm['between'][number]) =>
    countries?.map((code) => countryName(code, i18n.language)).join(', ') ?? t('matching.everybody');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const rule: MeetingRuleForm = {
      id: crypto.randomUUID(),
      effect,
      between: [firmsOf(codesIn(one)), firmsOf(codesIn(other))],
      reason,
    };
    set({ rules: [...read.rules, rule] }, () => {
      setOne('');
      setOther('');
      setReason('');
    });
  };
  return (
    <>
      <p className="second">{t('matching.rules-text')}</p>
      {read.rules.length === 0 && <p>{t('matching.no-rules')}</p>}
      <ol className="ruled">
        {read.rules.map((rule) => (
          <li key={rule.id} className="apart history-row">
            <span>
              <strong>{t(`matching.rule.${rule.effect}`)}</strong>: {named(rule.between[0])} ↔{' '}
              {named(rule.between[1])} <span className="note">{rule.reason}</span>
            </span>
            <button
              className="button"
              type="button"
              disabled={save.isPending}
              onClick={() => set({ rules: read.rules.filter(({ id }) => id !== rule.id) })}
            >
              {t('matching.remove')}
            </button>
          </li>
        ))}
      </ol>
      <form className="form panel" onSubmit={submit}>
        <SelectField
          label={t('matching.effect')}
          value={effect}
          onChange={(event) => setEffect(event.target.value === 'allow' ? 'allow' : 'forbid')}
        >
          <option value="forbid">{t('matching.rule.forbid')}</option>
          <option value="allow">{t('matching.rule.allow')}</option>
        </SelectField>
        <div className="pair">
          <TextField
            label={t('matching.one')}
            hint={t('matching.countries-hint')}
            value={one}
            onChange={(event) => setOne(event.target.value)}
          />
          <TextField
            label={t('matching.other')}
            hint={t('matching.countries-hint')}
            value={other}
            onChange={(event) => setOther(event.target.value)}
          />
        </div>
        <TextField
          label={t('matching.reason')}
          maxLength={300}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <Saved save={save} />
        <p>
          <button
            className="button"
            data-kind="main"
            type="submit"
            disabled={save.isPending || (!one && !other)}
          >
            {t('matching.add-rule')}
          </button>
        </p>
      </form>
      <NoMeetPairs />
    </>
  );
}

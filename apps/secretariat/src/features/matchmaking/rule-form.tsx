import type { MeetingRuleForm } from '@forum/contract/matchmaking/settings';
import { SelectField, TextField } from '@forum/ui/forms/field';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { countriesIn } from '@forum/ui/lib/countries-in';
import { everybody, PartyFields, partyOf } from './party-fields.tsx';
import { useRuleWords } from './rule-words.ts';

/** Writes a rule, which is read as a sentence before it is added. */
export function RuleForm({
  isBusy,
  onAdd,
}: {
  isBusy: boolean;
  /** With what to do once it is kept. */
  onAdd: (rule: MeetingRuleForm, onKept: () => void) => void;
}): ReactNode {
  const { t } = useTranslation();
  const [effect, setEffect] = useState<MeetingRuleForm['effect']>('forbid');
  const [one, setOne] = useState(everybody);
  const [other, setOther] = useState(everybody);
  const [reason, setReason] = useState('');
  const names = new Map([...one.firms, ...other.firms].map(({ id, name }) => [id, name]));
  const { sentence } = useRuleWords((id) => names.get(id) ?? id);
  const between: MeetingRuleForm['between'] = [partyOf(one), partyOf(other)];
  const isAboutSomebody = between.some(
    ({ firms, countries, categories }) => firms !== null || countries !== null || categories !== null,
  );
  const isSound = [one, other].every((side) => countriesIn(side.countries).strange.length === 0);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onAdd({ id: crypto.randomUUID(), effect, between, reason }, () => {
      setOne(everybody);
      setOther(everybody);
      setReason('');
    });
  };
  return (
    <form className="form panel" aria-label={t('matching.add-rule')} onSubmit={submit}>
      <SelectField
        label={t('matching.effect')}
        value={effect}
        onChange={(event) => setEffect(event.target.value === 'allow' ? 'allow' : 'forbid')}
      >
        <option value="forbid">{t('matching.rule.forbid')}</option>
        <option value="allow">{t('matching.rule.allow')}</option>
      </SelectField>
      <PartyFields legend={t('matching.one')} draft={one} onChange={setOne} />
      <PartyFields legend={t('matching.other')} draft={other} onChange={setOther} />
      <p className="note">{t('matching.party-text')}</p>
      <TextField
        label={t('matching.reason')}
        maxLength={300}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      {isAboutSomebody && isSound && (
        <p role="status">
          <strong>{sentence({ effect, between })}</strong>
        </p>
      )}
      <p>
        <button
          className="button"
          data-kind="main"
          type="submit"
          disabled={isBusy || !isAboutSomebody || !isSound}
        >
          {t('matching.add-rule')}
        </button>
      </p>
    </form>
  );
}

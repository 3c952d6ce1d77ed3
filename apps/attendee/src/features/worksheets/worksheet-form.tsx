import { problemIn } from '@forum/client/http';
import {
  listWorksheets,
  readWorksheet,
  saveWorksheet,
  type Worksheet,
} from '@forum/contract/advice/worksheets';
import { knownAgreements } from '@forum/domain/legal-routes/agreements';
import { reckon } from '@forum/domain/worksheet/worksheet';
import { SelectField, TextField } from '@forum/ui/forms/field';
import { useEdition } from '@forum/ui/lib/edition';
import { Notice, ProblemNotice } from '@forum/ui/states/notice';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenedThing } from '../../components/opened.tsx';
import { useWrite } from '@forum/ui/lib/use-write';
import { amountIn, hundredthsDown, isAmount } from './amount.ts';
import { LineList } from './line-list.tsx';
import { RatioBar } from './ratio-bar.tsx';

const currencies = ['EUR', 'KRW', 'JPY', 'AUD', 'INR', 'USD', 'GBP', 'NOK', 'SEK', 'PLN', 'CAD', 'CHF'];

/** A bill of materials with its ratio for each scheme, reckoned as it is typed by the rule that the server uses. */
export function WorksheetForm({
  worksheet,
  opened,
}: {
  worksheet: Worksheet;
  opened: OpenedThing;
}): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const [title, setTitle] = useState(worksheet.title);
  const [currency, setCurrency] = useState(worksheet.currency);
  const [lines, setLines] = useState(worksheet.lines);
  const save = useWrite(saveWorksheet, readWorksheet, listWorksheets);
  const reckoned = lines.map((line) => (isAmount(line.cost) ? line : { ...line, cost: '0' }));
  const results = worksheet.results.map(({ scheme, day }) => {
    const result = reckon(reckoned, scheme, { day, agreements: knownAgreements });
    return { ...result, sides: [...result.sides] };
  });
  const isWhole =
    title.trim() !== '' && lines.every(({ component, cost }) => component.trim() !== '' && isAmount(cost));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(
      {
        params: { edition: edition.slug, worksheet: worksheet.id },
        body: { version: opened.seen, title, currency, lines },
      },
      { onSuccess: ({ version }) => opened.saved(version) },
    );
  };
  return (
    <form className="worksheet" onSubmit={submit}>
      <section className="ratios" aria-label={t('worksheets.ratios')} aria-live="polite">
        {results.map((result) => (
          <div key={result.scheme} className="stack-tight">
            <RatioBar ratio={result} />
            <Headroom result={result} currency={currency} />
          </div>
        ))}
      </section>
      <div className="pair">
        <TextField
          label={t('worksheets.name')}
          value={title}
          maxLength={120}
          required
          onChange={(event) => setTitle(event.target.value)}
        />
        <SelectField
          label={t('worksheets.currency')}
          value={currency}
          onChange={(event) => setCurrency(event.target.value)}
        >
          {[...new Set([currency, ...currencies])].map((code) => (
            <option key={code}>{code}</option>
          ))}
        </SelectField>
      </div>
      <LineList lines={lines} results={results} currency={currency} onChange={setLines} />
      {lines.length === 0 && <p className="second">{t('worksheets.no-lines')}</p>}
      <p>
        <button
          className="button"
          type="button"
          disabled={lines.length >= 400}
          onClick={() => setLines([...lines, { component: '', origin: null, cost: '' }])}
        >
          {t('worksheets.add-line')}
        </button>
      </p>
      {!save.isPending && opened.notice}
      {save.error && !opened.notice && <ProblemNotice problem={problemIn(save.error)} />}
      {save.isSuccess && !opened.notice && (
        <Notice tone="good">
          <p>{t('worksheets.saved')}</p>
        </Notice>
      )}
      <p className="line-up">
        <button
          className="button"
          data-kind="main"
          type="submit"
          disabled={!isWhole || save.isPending || opened.notice !== null}
        >
          {t('worksheets.save')}
        </button>
        {!isWhole && <span className="note">{t('worksheets.incomplete')}</span>}
      </p>
    </form>
  );
}

function Headroom({
  result,
  currency,
}: {
  result: Worksheet['results'][number];
  currency: string;
}): ReactNode {
  const { t, i18n } = useTranslation();
  const shown = (amount: string) => `${amountIn(amount, i18n.language)} ${currency}`;
  if (result.percent === null || result.outcome === 'not-in-force') return null;
  return (
    <p className="note figures">
      {result.headroom
        ? t('worksheets.headroom', {
            adding: shown(hundredthsDown(result.headroom.adding)),
            replacing: shown(hundredthsDown(result.headroom.replacing)),
          })
        : t('worksheets.no-headroom')}
      {result.undecided !== '0' && ` ${t('worksheets.undecided', { amount: shown(result.undecided) })}`}
    </p>
  );
}

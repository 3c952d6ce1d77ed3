import { call, problemIn } from '@forum/client/http';
import { daySheet } from '@forum/contract/delegations/day-sheet';
import { daysFrom } from '@forum/domain/time/forum-day';
import { SelectField } from '@forum/ui/forms/field';
import { useActing, useEdition } from '@forum/ui/lib/edition';
import { dayName } from '@forum/ui/lib/instants';
import { useToday } from '@forum/ui/lib/venue';
import { ProblemNotice } from '@forum/ui/states/notice';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** A day on paper: one's own, or the principal's while one acts for them. */
export function DaySheet(): ReactNode {
  const { t, i18n } = useTranslation();
  const { edition } = useEdition();
  const today = useToday();
  const days = daysFrom(edition.startsOn, edition.endsOn);
  const [chosen, setChosen] = useState<string | null>(null);
  const day = chosen ?? days.find((one) => one >= today) ?? edition.startsOn;
  const print = useMutation({
    mutationFn: () => call(daySheet, { params: { edition: edition.slug }, query: { day } }),
    onSuccess: (bytes) => save(bytes, `day-sheet-${day}.pdf`),
  });
  const principal = useActing()?.name;
  return (
    <section className="panel stack-tight" aria-labelledby="day-sheet-title">
      <h2 id="day-sheet-title">
        {principal ? t('day-sheet.title-of', { principal }) : t('day-sheet.title')}
      </h2>
      <p className="second">{t('day-sheet.text')}</p>
      <SelectField label={t('day-sheet.day')} value={day} onChange={(event) => setChosen(event.target.value)}>
        {days.map((one) => (
          <option key={one} value={one}>
            {dayName(one, i18n.language)}
          </option>
        ))}
      </SelectField>
      {print.error && <ProblemNotice problem={problemIn(print.error)} />}
      <p>
        <button className="button" type="button" disabled={print.isPending} onClick={() => print.mutate()}>
          {t('day-sheet.download')}
        </button>
      </p>
    </section>
  );
}

function save(bytes: Uint8Array, name: string): void {
  const url = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: 'application/pdf' }));
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  URL.revokeObjectURL(url);
}

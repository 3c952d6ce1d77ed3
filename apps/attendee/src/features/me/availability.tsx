import { problemIn } from '@forum/client/http';
import { queryOf } from '@forum/client/query';
import {
  type Availability as Said,
  readAvailability,
  setAvailability,
} from '@forum/contract/meetings/availability';
import { Tick } from '@forum/ui/forms/field';
import { useEdition } from '@forum/ui/lib/edition';
import { clockIn, dayNameIn } from '@forum/ui/lib/instants';
import { useVenue } from '@forum/ui/lib/venue';
import { ProblemNotice } from '@forum/ui/states/notice';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '@forum/ui/lib/use-write';

type Half = Said['halves'][number];

/** When one can be met: half days of the halls' hours, all of them if nothing is said. */
export function Availability(): ReactNode {
  const { t, i18n } = useTranslation();
  const { edition } = useEdition();
  const { zone, city } = useVenue();
  const params = { edition: edition.slug };
  const halves = useQuery(queryOf(readAvailability, { params })).data?.halves ?? [];
  const save = useWrite(setAvailability, readAvailability);
  if (halves.length === 0) return null;
  const turn = (half: Half, on: boolean) => {
    const left = halves.filter((one) => (one === half ? on : one.available));
    const available = left.length === halves.length ? null : left.map(({ start, end }) => ({ start, end }));
    save.mutate({ params, body: { available } });
  };
  return (
    <fieldset className="stack-tight">
      <legend>
        <h2>{t('availability.title')}</h2>
      </legend>
      <p className="note">{t('time.all-in', { city })}</p>
      {halves.map((half) => (
        <Tick
          key={half.start}
          label={`${dayNameIn(half.start, zone, i18n.language)}, ${clockIn(half.start, zone)}–${clockIn(half.end, zone)}`}
          checked={half.available}
          disabled={save.isPending}
          onChange={(event) => turn(half, event.target.checked)}
        />
      ))}
      {!halves.some(({ available }) => available) && <p className="note">{t('availability.never')}</p>}
      {save.error && <ProblemNotice problem={problemIn(save.error)} />}
    </fieldset>
  );
}

import { call, problemIn } from '@forum/client/http';
import { keyOf, queryOf } from '@forum/client/query';
import { readAvailability, readHalls, setAvailability } from '@forum/contract/meetings';
import { Tick } from '@forum/ui/forms/field';
import { clockIn, dayNameIn } from '@forum/ui/lib/instants';
import { useVenue } from '@forum/ui/lib/venue';
import { ProblemNotice } from '@forum/ui/states/notice';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useEdition } from '@forum/ui/lib/edition';

interface Span {
  start: string;
  end: string;
}

/** When one can be met: half days of the hall's hours, all of them if nothing is said. */
export function Availability(): ReactNode {
  const { t, i18n } = useTranslation();
  const { edition } = useEdition();
  const { zone, city } = useVenue();
  const client = useQueryClient();
  const params = { edition: edition.slug };
  const halls = useQuery(queryOf(readHalls, { params })).data ?? [];
  const said = useQuery(queryOf(readAvailability, { params })).data;
  const save = useMutation({
    mutationFn: (available: Span[] | null) => call(setAvailability, { params, body: { available } }),
    onSettled: () => client.invalidateQueries({ queryKey: keyOf(readAvailability) }),
  });
  const parts = halls.flatMap((hall) => hall.openings).flatMap(inHalves);
  if (!said || parts.length === 0) return null;
  const isOn = (part: Span) =>
    said.available === null || said.available.some((one) => one.start <= part.start && part.end <= one.end);
  const turn = (part: Span, on: boolean) => {
    const next = parts.filter((one) => (one === part ? on : isOn(one)));
    save.mutate(next.length === parts.length ? null : next);
  };
  return (
    <fieldset className="stack-tight">
      <legend>
        <h2>{t('availability.title')}</h2>
      </legend>
      <p className="note">{t('time.all-in', { city })}</p>
      {parts.map((part) => (
        <Tick
          key={part.start}
          label={`${dayNameIn(part.start, zone, i18n.language)}, ${clockIn(part.start, zone)}–${clockIn(part.end, zone)}`}
          checked={isOn(part)}
          disabled={save.isPending}
          onChange={(event) => turn(part, event.target.checked)}
        />
      ))}
      {save.error && <ProblemNotice problem={problemIn(save.error)} />}
    </fieldset>
  );
}

function inHalves({ start, end }: Span): Span[] {
  const middle = new Date((Date.parse(start) + Date.parse(end)) / 2).toISOString();
  return [
    { start, end: middle },
    { start: middle, end },
  ];
}

import { call, problemIn } from '@forum/client/http';
import { queryOf } from '@forum/client/query';
import { readPreferredTimes, setPreferredTimes } from '@forum/contract/matchmaking/preferred-times';
import { useEdition } from '@forum/ui/lib/edition';
import { clockIn, dayNameIn } from '@forum/ui/lib/instants';
import { useVenue } from '@forum/ui/lib/venue';
import { ProblemNotice } from '@forum/ui/states/notice';
import { Read } from '@forum/ui/states/read';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** The half days in which one's firm would rather meet; the planner heeds them where it can. */
export function PreferredTimes({ own }: { own: string }): ReactNode {
  const { t, i18n } = useTranslation();
  const { edition } = useEdition();
  const { zone, city } = useVenue();
  const client = useQueryClient();
  const where = { params: { edition: edition.slug, firm: own } };
  const asked = queryOf(readPreferredTimes, where);
  const query = useQuery(asked);
  const save = useMutation({
    mutationFn: (starts: string[]) => call(setPreferredTimes, { ...where, body: { starts } }),
    onSuccess: (saved) => client.setQueryData(asked.queryKey, saved),
  });
  const count = query.data?.halves.filter(({ preferred }) => preferred).length ?? 0;
  return (
    <details className="stack-tight">
      <summary>
        {t('preferred.title')}
        {count > 0 && ` (${count})`}
      </summary>
      <p className="second">{t('preferred.text', { city })}</p>
      <Read query={query} bones={1}>
        {({ halves }) => {
          if (halves.length === 0) return <p className="second">{t('preferred.no-hours')}</p>;
          const kept = halves.filter(({ preferred }) => preferred).map(({ start }) => start);
          const shown = save.isPending ? save.variables : kept;
          const turn = (start: string) =>
            save.mutate(kept.includes(start) ? kept.filter((one) => one !== start) : [...kept, start]);
          return (
            <ul className="chips">
              {halves.map(({ start, end }) => (
                <li key={start}>
                  <button
                    className="chip figures"
                    type="button"
                    aria-pressed={shown.includes(start)}
                    disabled={save.isPending}
                    onClick={() => turn(start)}
                  >
                    {dayNameIn(start, zone, i18n.language)}, {clockIn(start, zone)}–{clockIn(end, zone)}
                  </button>
                </li>
              ))}
            </ul>
          );
        }}
      </Read>
      {save.error && <ProblemNotice problem={problemIn(save.error)} />}
    </details>
  );
}

import { queryOf } from '@forum/client/query';
import { type Hall, readHalls, setHall } from '@forum/contract/meetings';
import { Heading } from '@forum/ui/shell/heading';
import { TextField } from '@forum/ui/forms/field';
import { useEdition } from '@forum/ui/lib/edition';
import { wallTimeIn } from '@forum/ui/lib/instants';
import { Notice } from '@forum/ui/states/notice';
import { Read } from '@forum/ui/states/read';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure } from '../components/failure.tsx';
import { useCommand } from '../components/use-command.ts';
import { Hours, type WallSpan } from '../features/hall/hours.tsx';

/** The meeting halls: hours, slots, tables. */
export function HallScreen(): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const query = useQuery(queryOf(readHalls, { params: { edition: edition.slug } }));
  return (
    <div className="page">
      <Heading tab={t('desk.hall')} />
      <Read query={query}>
        {(halls) => (
          <>
            {halls.map((hall) => (
              <HallForm key={`${hall.id}${hall.version}`} hall={hall} />
            ))}
            {halls.length === 0 && <HallForm hall={null} />}
          </>
        )}
      </Read>
    </div>
  );
}

function HallForm({ hall }: { hall: Hall | null }): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const wall = (span: { start: string; end: string }) => ({
    start: wallTimeIn(span.start, edition.zone),
    end: wallTimeIn(span.end, edition.zone),
  });
  const [name, setName] = useState(hall?.name ?? t('hall.default-name'));
  const [slotMinutes, setSlotMinutes] = useState(String(hall?.slotMinutes ?? 25));
  const [changeover, setChangeover] = useState(String(hall?.changeoverMinutes ?? 5));
  const [tables, setTables] = useState(String(hall?.tables.length ?? 24));
  const [seats, setSeats] = useState(String(hall?.tables[0]?.capacity ?? 6));
  const [openings, setOpenings] = useState<WallSpan[]>(
    hall?.openings.map(wall) ?? [{ start: `${edition.startsOn}T09:00`, end: `${edition.startsOn}T18:00` }],
  );
  const [closures, setClosures] = useState<WallSpan[]>(
    hall?.closures.map((closure) => ({ ...wall(closure), reason: closure.reason })) ?? [],
  );
  const save = useCommand(setHall, readHalls);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({
      params: { edition: edition.slug },
      body: {
        id: hall?.id ?? null,
        name,
        slotMinutes: Number(slotMinutes),
        changeoverMinutes: Number(changeover),
        openings: openings.map(({ start, end }) => ({ start, end })),
        closures: closures.map(({ start, end, reason }) => ({ start, end, reason: reason ?? '' })),
        tables: Number(tables),
        seats: Number(seats),
      },
    });
  };
  const number = (label: string, value: string, onValue: (value: string) => void) => (
    <TextField label={label} type="number" value={value} onChange={(event) => onValue(event.target.value)} />
  );
  return (
    <form className="form" onSubmit={submit}>
      <TextField label={t('hall.name')} value={name} onChange={(event) => setName(event.target.value)} />
      <div className="pair">
        {number(t('hall.slot'), slotMinutes, setSlotMinutes)}
        {number(t('hall.changeover'), changeover, setChangeover)}
        {number(t('hall.tables'), tables, setTables)}
        {number(t('hall.seats'), seats, setSeats)}
      </div>
      <Hours
        title={t('hall.openings', { city: edition.capital.name })}
        spans={openings}
        onChange={setOpenings}
      />
      <Hours title={t('hall.closures')} spans={closures} onChange={setClosures} withReason />
      <Failure error={save.error} />
      {save.isSuccess && (
        <Notice tone="good">
          <p>{t('hall.saved')}</p>
        </Notice>
      )}
      <p>
        <button className="button" data-kind="main" type="submit" disabled={save.isPending}>
          {t('hall.save')}
        </button>
      </p>
    </form>
  );
}

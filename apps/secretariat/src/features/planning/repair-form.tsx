import { queryOf } from '@forum/client/query';
import { listInterpreters } from '@forum/contract/meetings/interpreters';
import type { Hall } from '@forum/contract/meetings/halls';
import { listPlanRuns, startPlanRun } from '@forum/contract/matchmaking/planning/plan-runs';
import { DomainError } from '@forum/domain/errors';
import { dayChange } from '@forum/domain/time/forum-day';
import { dateAfter } from '@forum/domain/time/wall-clock';
import { SelectField } from '@forum/ui/forms/field';
import { WallTimeField } from '@forum/ui/forms/wall-time-field';
import { useEdition } from '@forum/ui/lib/edition';
import { wallTimeIn } from '@forum/ui/lib/instants';
import { useNow } from '@forum/ui/lib/use-now';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Named } from '../../components/choice.tsx';
import { Failure } from '../../components/failure.tsx';
import { FirmField } from '../../components/firm-field.tsx';
import { type Happened, planEvent, planEventKinds } from './plan-event.ts';
import { tableOf } from './table-of.ts';
import { useWrite } from '@forum/ui/lib/use-write';

/** What happens to a firm, rather than to a table or an interpreter. */
const ofFirms: readonly string[] = ['firm-cancels', 'firm-away', 'meeting-added'];

/** What has happened in the hall; a repair moves as few meetings as it can, and is shown before it is published. */
export function RepairForm({
  halls,
  to,
}: {
  halls: readonly Hall[];
  to: (run: string) => string;
}): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const navigate = useNavigate();
  const now = useNow();
  const start = useWrite(startPlanRun, listPlanRuns);
  const interpreters = useQuery(queryOf(listInterpreters, { params: { edition: edition.slug } }));
  const [kind, setKind] = useState<Happened['kind']>('table-closed');
  const [hallId, setHall] = useState(halls[0]?.id ?? '');
  const hall = halls.find(({ id }) => id === hallId);
  const [table, setTable] = useState('');
  const tableId = tableOf(hall, table);
  const [interpreterId, setInterpreter] = useState('');
  const [firm, setFirm] = useState<Named | null>(null);
  const [other, setOther] = useState<Named | null>(null);
  const [from, setFrom] = useState(() => wallTimeIn(now.toISOString(), edition.zone));
  const [until, setUntil] = useState(() => `${dateAfter(edition.endsOn, 1)}T${dayChange}`);
  const [refused, setRefused] = useState<Error | null>(null);
  const submit = (submitted: FormEvent) => {
    submitted.preventDefault();
    const event = planEvent(
      { kind, tableId, interpreterId, from, until, firmId: firm?.id ?? '', withFirmId: other?.id ?? '' },
      edition.zone,
    );
    const isRefused = event instanceof DomainError;
    setRefused(isRefused ? event : null);
    if (isRefused) return;
    start.mutate(
      { params: { edition: edition.slug }, body: { hallId, seconds: 2, events: [event] } },
      { onSuccess: ({ id }) => void navigate(to(id)) },
    );
  };
  const hasTimes = kind.endsWith('-away') || kind === 'table-closed';
  const isMissing =
    (ofFirms.includes(kind) && !firm) ||
    (kind === 'meeting-added' && !other) ||
    (kind === 'interpreter-away' && interpreterId === '');
  return (
    <details className="panel">
      <summary>{t('planner.repair')}</summary>
      <form className="stack" onSubmit={submit}>
        <p className="second">{t('planner.repair-hint')}</p>
        {halls.length > 1 && (
          <SelectField
            label={t('planner.hall')}
            value={hallId}
            onChange={(change) => setHall(change.target.value)}
          >
            {halls.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </SelectField>
        )}
        <SelectField
          label={t('planner.happened')}
          value={kind}
          onChange={(change) => setKind(change.target.value as Happened['kind'])}
        >
          {planEventKinds.map((one) => (
            <option key={one} value={one}>
              {t(`planner.event.${one}`)}
            </option>
          ))}
        </SelectField>
        {kind === 'table-closed' && (
          <SelectField
            label={t('planner.table')}
            value={tableId}
            onChange={(change) => setTable(change.target.value)}
          >
            {hall?.tables.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </SelectField>
        )}
        {kind === 'interpreter-away' && (
          <SelectField
            label={t('interpreter.title')}
            value={interpreterId}
            onChange={(change) => setInterpreter(change.target.value)}
          >
            <option value="">{t('interpreters.choose')}</option>
            {interpreters.data?.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </SelectField>
        )}
        {ofFirms.includes(kind) && <FirmField label={t('planner.firm')} chosen={firm} onChoose={setFirm} />}
        {kind === 'meeting-added' && (
          <FirmField label={t('planner.with')} chosen={other} onChoose={setOther} />
        )}
        {hasTimes && (
          <div className="pair">
            <WallTimeField label={t('planner.from')} value={from} onChange={(wall) => setFrom(wall)} />
            <WallTimeField label={t('planner.until')} value={until} onChange={(wall) => setUntil(wall)} />
          </div>
        )}
        <Failure error={refused ?? start.error} />
        <p>
          <button className="button" data-kind="main" disabled={start.isPending || isMissing}>
            {t('planner.preview')}
          </button>
        </p>
      </form>
    </details>
  );
}

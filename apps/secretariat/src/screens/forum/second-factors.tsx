import { queryOf } from '@forum/client/query';
import {
  type FactorHolder,
  listFactorHolders,
  makeEnrolmentCode,
} from '@forum/contract/identity/factors/factor-holders';
import { reportLostFactor } from '@forum/contract/identity/factors/lost-factor';
import { ConfirmButton } from '@forum/ui/forms/confirm-button';
import { useEdition, useStanding } from '@forum/ui/lib/edition';
import { useWrite } from '@forum/ui/lib/use-write';
import { Heading } from '@forum/ui/shell/heading';
import { Read } from '@forum/ui/states/read';
import { Span } from '@forum/ui/time/time';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure } from '../../components/failure.tsx';
import { HolderSessions } from '../../components/sessions-of.tsx';

/** Who needs a second factor, and the codes with which the first is set up. */
export function SecondFactorsScreen(): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const params = { edition: edition.slug };
  const query = useQuery(queryOf(listFactorHolders, { params }));
  const make = useWrite(makeEnrolmentCode, listFactorHolders);
  const report = useWrite(reportLostFactor, listFactorHolders);
  const standing = useStanding();
  const holders = query.data ?? [];
  // Of the first code, or of the one that the second who reports a loss is given.
  const made = make.data
    ? { code: make.data.code, person: make.variables.params.person }
    : report.data?.made && { code: report.data.made.code, person: report.variables.params.person };
  const madeFor = holders.find(({ person }) => person.id === made?.person);
  return (
    <div className="page">
      <Heading tab={t('desk.second-factors')} />
      <p className="second prose">{t('second-factors.why')}</p>
      {made && madeFor && (
        <HandedOver
          code={made.code}
          name={madeFor.person.name}
          onDone={() => {
            make.reset();
            report.reset();
          }}
        />
      )}
      <Failure error={make.error ?? report.error} />
      <Read query={query}>
        {(all) => (
          <ul className="ruled">
            {all.map((holder) => (
              <li key={holder.person.id} className="factor-row stack-tight">
                <div className="apart">
                  <Who holder={holder} />
                  <Step
                    holder={holder}
                    busy={make.isPending || report.isPending}
                    onMake={() => make.mutate({ params: { ...params, person: holder.person.id } })}
                    onLost={() => report.mutate({ params: { ...params, person: holder.person.id } })}
                  />
                </div>
                {standing?.roles.includes('organiser') && (
                  <HolderSessions person={holder.person.id} name={holder.person.name} />
                )}
              </li>
            ))}
          </ul>
        )}
      </Read>
    </div>
  );
}

/** The code, on the screen once. */
function HandedOver({ code, name, onDone }: { code: string; name: string; onDone: () => void }): ReactNode {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  // It stands above the list, out of sight of a button further down.
  useEffect(() => heading.current?.focus(), [code]);
  return (
    <section className="panel stack" data-tone="accent" aria-label={t('second-factors.code', { name })}>
      <h2 ref={heading} tabIndex={-1}>
        {t('second-factors.code', { name })}
      </h2>
      <p>
        <code className="handed-code">{code}</code>
      </p>
      <p className="second">{t('second-factors.tell', { name })}</p>
      <p>
        <button className="button" data-kind="main" type="button" onClick={onDone}>
          {t('second-factors.done')}
        </button>
      </p>
    </section>
  );
}

function Who({ holder }: { holder: FactorHolder }): ReactNode {
  const { t } = useTranslation();
  return (
    <span>
      {holder.person.name} <span className="note">{holder.mail}</span>
      <br />
      <span className="note">{holder.roles.map((role) => t(`role.${role}`)).join(' · ')}</span>
    </span>
  );
}

interface StepProps {
  holder: FactorHolder;
  busy: boolean;
  onMake: () => void;
  onLost: () => void;
}

/** How it stands with somebody's factor, and what one can do about it. */
function Step({ holder, busy, onMake, onLost }: StepProps): ReactNode {
  const { t } = useTranslation();
  const { me } = useEdition();
  if (holder.hasFactor) return <Lost {...{ holder, busy, onLost }} />;
  return (
    <span className="line-up">
      <span className="second">
        {holder.codeUntil ? (
          <>
            {t('second-factors.waits')} <Span start={holder.codeUntil} end={null} />
          </>
        ) : (
          t('second-factors.none')
        )}
      </span>
      {holder.person.id === me?.id ? (
        <span className="note">{t('second-factors.of-another')}</span>
      ) : (
        <ConfirmButton
          label={t('second-factors.make')}
          confirmKind="main"
          question={t('second-factors.make-touches', { name: holder.person.name })}
          disabled={busy}
          onConfirm={onMake}
        />
      )}
    </span>
  );
}

/** A factor that there is, and what two people do when it is lost. */
function Lost({ holder, busy, onLost }: Omit<StepProps, 'onMake'>): ReactNode {
  const { t } = useTranslation();
  const { me } = useEdition();
  const { lost, person } = holder;
  const isMine = lost?.saidBy.id === me?.id;
  return (
    <span className="line-up">
      <span className="second">
        {lost ? t('second-factors.lost-said', { name: lost.saidBy.name }) : t('second-factors.has')}
      </span>
      {person.id !== me?.id && !isMine && (
        <ConfirmButton
          label={lost ? t('second-factors.lost-confirm') : t('second-factors.lost')}
          question={t(lost ? 'second-factors.lost-confirm-touches' : 'second-factors.lost-touches', {
            name: person.name,
          })}
          kind="grave"
          disabled={busy}
          onConfirm={onLost}
        />
      )}
    </span>
  );
}

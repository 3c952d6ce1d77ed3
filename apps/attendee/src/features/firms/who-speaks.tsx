import { problemIn } from '@forum/client/http';
import { queryOf } from '@forum/client/query';
import { readFirm } from '@forum/contract/firms/firms';
import { listColleagues } from '@forum/contract/firms/teams';
import {
  confirmRepresentative,
  endRepresentative,
  type FirmPerson,
  listFirmPeople,
} from '@forum/contract/delegations/representation';
import { ConfirmButton } from '@forum/ui/forms/confirm-button';
import { TextField } from '@forum/ui/forms/field';
import { countryName } from '@forum/ui/lib/country-name';
import { useEdition } from '@forum/ui/lib/edition';
import { useWrite } from '@forum/ui/lib/use-write';
import { PersonName } from '@forum/ui/people/person-name';
import { ProblemNotice } from '@forum/ui/states/notice';
import { Read } from '@forum/ui/states/read';
import { Span } from '@forum/ui/time/time';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';

const isWaiting = ({ state }: FirmPerson) => state === 'pending';

/** Who speaks for one's own firm: those who wait to be confirmed first, the others folded. */
export function WhoSpeaks({ firm }: { firm: string }): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const query = useQuery(queryOf(listFirmPeople, { params: { edition: edition.slug, firm } }));
  return (
    <Read query={query} bones={1}>
      {(people) => (
        <section className="stack" aria-labelledby="who-speaks">
          <h2 id="who-speaks">{t('standing.title')}</h2>
          {people.some(isWaiting) && (
            <div className="panel stack">
              <p>{t('standing.waiting-text')}</p>
              <People firm={firm} people={people.filter(isWaiting)} />
            </div>
          )}
          <details>
            <summary>
              {t('standing.others', { count: people.filter((one) => !isWaiting(one)).length })}
            </summary>
            <People firm={firm} people={people.filter((one) => !isWaiting(one))} />
          </details>
        </section>
      )}
    </Read>
  );
}

function People({ firm, people }: { firm: string; people: readonly FirmPerson[] }): ReactNode {
  return (
    <ul className="ruled">
      {people.map((person) => (
        <li key={person.delegateId} className="stack-tight" style={{ paddingBlock: '0.75rem' }}>
          <Person firm={firm} person={person} />
        </li>
      ))}
    </ul>
  );
}

function Person({ firm, person }: { firm: string; person: FirmPerson }): ReactNode {
  const { t, i18n } = useTranslation();
  const { edition, me } = useEdition();
  const [isEnding, setEnding] = useState(false);
  const changes = [listFirmPeople, listColleagues, readFirm];
  const confirm = useWrite(confirmRepresentative, ...changes);
  const params = { edition: edition.slug, firm, delegate: person.delegateId };
  const facts = [person.office, countryName(person.country, i18n.language), `@${person.mailDomain}`];
  const mayDecide = !person.self && !me?.actingFor;
  return (
    <>
      <p>
        <PersonName name={person.name} nativeName={person.nativeName} />
      </p>
      <p className="second">{facts.filter(Boolean).join(' · ')}</p>
      <p className="note">
        <StateOf person={person} /> · <Span start={person.since} end={null} />
      </p>
      {person.reason && <p className="note">{t('standing.reason', { reason: person.reason })}</p>}
      {mayDecide && person.state !== 'ended' && !isEnding && (
        <div className="line-up">
          {person.state === 'pending' && (
            <ConfirmButton
              label={t('standing.confirm')}
              confirmKind="main"
              question={t('standing.confirm-touches', { name: person.name })}
              disabled={confirm.isPending}
              onConfirm={() => confirm.mutate({ params, body: { reason: null } })}
            />
          )}
          <button className="button" data-kind="quiet" type="button" onClick={() => setEnding(true)}>
            {t(`standing.end-${person.state}`)}
          </button>
        </div>
      )}
      {confirm.error && <ProblemNotice problem={problemIn(confirm.error)} />}
      {isEnding && <End params={params} person={person} onLeave={() => setEnding(false)} />}
    </>
  );
}

function StateOf({ person: { state, by, byHost } }: { person: FirmPerson }): ReactNode {
  const { t } = useTranslation();
  if (state === 'pending') return t('standing.waits-since');
  if (by === null) return t('standing.carried');
  return t(state === 'ended' ? 'standing.ended-by' : byHost ? 'standing.by-host' : 'standing.by', {
    name: by,
  });
}

/** Ends a standing, or turns somebody away; the reason goes to them and to the host. */
function End({
  params,
  person,
  onLeave,
}: {
  params: { edition: string; firm: string; delegate: string };
  person: FirmPerson;
  onLeave: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const end = useWrite(endRepresentative, listFirmPeople, listColleagues, readFirm);
  return (
    <form
      className="stack-tight"
      onSubmit={(event) => {
        event.preventDefault();
        end.mutate({ params, body: { reason: reason.trim() } }, { onSuccess: onLeave });
      }}
    >
      <TextField
        label={t('standing.end-reason')}
        hint={t('standing.end-touches', { name: person.name })}
        value={reason}
        maxLength={300}
        onChange={(event) => setReason(event.target.value)}
      />
      {end.error && <ProblemNotice problem={problemIn(end.error)} />}
      <div className="line-up">
        <button
          className="button"
          data-kind="grave"
          type="submit"
          disabled={end.isPending || reason.trim() === ''}
        >
          {t(`standing.end-${person.state}`)}
        </button>
        <button className="button" data-kind="quiet" type="button" onClick={onLeave}>
          {t('form.cancel')}
        </button>
      </div>
    </form>
  );
}

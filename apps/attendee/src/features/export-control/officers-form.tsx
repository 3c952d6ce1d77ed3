import { problemIn } from '@forum/client/http';
import { queryOf } from '@forum/client/query';
import type { Profile } from '@forum/contract/delegations/people';
import {
  confirmOfficer,
  type ExportOfficer,
  listOfficers,
  nameOfficers,
} from '@forum/contract/meetings/export-control';
import { readMeeting } from '@forum/contract/meetings/meetings';
import { ConfirmButton } from '@forum/ui/forms/confirm-button';
import { Tick } from '@forum/ui/forms/field';
import { useEdition, useStanding } from '@forum/ui/lib/edition';
import { Notice, ProblemNotice } from '@forum/ui/states/notice';
import { Read } from '@forum/ui/states/read';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '@forum/ui/lib/use-write';
import { Sign } from '../../components/sign.tsx';

/** Who may release listed topics for the firm. */
export function OfficersForm({ firm, people }: { firm: string; people: readonly Profile[] }): ReactNode {
  const { t } = useTranslation();
  const { edition, me } = useEdition();
  const standing = useStanding();
  const query = useQuery(queryOf(listOfficers, { params: { edition: edition.slug, firm } }));
  return (
    <section className="stack" aria-labelledby="officers">
      <h2 id="officers">{t('control.who')}</h2>
      <p className="second">{t('control.who-text')}</p>
      <Read query={query} bones={2}>
        {(officers) => {
          const inOffice = officers.some(
            ({ delegateId, inForce }) => inForce && delegateId === standing?.delegateId,
          );
          return (
            <>
              <Officers firm={firm} officers={officers} />
              {inOffice && !me?.actingFor ? (
                <Choice key={keyOf(officers)} firm={firm} people={people} officers={officers} />
              ) : (
                <p className="second">
                  {t(officers.some(({ inForce }) => inForce) ? 'control.who-names' : 'control.who-first')}
                </p>
              )}
            </>
          );
        }}
      </Read>
    </section>
  );
}

const keyOf = (officers: readonly ExportOfficer[]) => officers.map(({ delegateId }) => delegateId).join();

/** Who is an officer, who named them, and, for those who wait, the way to confirm it. */
function Officers({ firm, officers }: { firm: string; officers: readonly ExportOfficer[] }): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const confirm = useWrite(confirmOfficer, listOfficers, readMeeting);
  return (
    <ul className="ruled">
      {officers.map(({ delegateId, name, byHost, namedBy, inForce, canConfirm }) => (
        <li key={delegateId} className="stack-tight" style={{ paddingBlock: '0.5rem' }}>
          <p className="apart">
            <strong>{name}</strong>
            <Sign tone={inForce ? 'good' : 'care'}>
              {t(inForce ? 'control.in-force' : 'control.to-confirm')}
            </Sign>
          </p>
          <p className="note">
            {byHost ? t('control.by-host') : namedBy && t('control.named-by', { name: namedBy })}
          </p>
          {canConfirm && (
            <p>
              <ConfirmButton
                label={t('control.confirm-officer')}
                confirmKind="main"
                question={t('control.confirm-officer-touches', { name })}
                disabled={confirm.isPending}
                onConfirm={() =>
                  confirm.mutate({ params: { edition: edition.slug, firm, delegate: delegateId } })
                }
              />
            </p>
          )}
        </li>
      ))}
      {confirm.error && <ProblemNotice problem={problemIn(confirm.error)} />}
    </ul>
  );
}

function Choice({
  firm,
  people,
  officers,
}: {
  firm: string;
  people: readonly Profile[];
  officers: readonly ExportOfficer[];
}): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const byHost = officers.filter((officer) => officer.byHost).map(({ delegateId }) => delegateId);
  const [chosen, setChosen] = useState(
    officers.filter((officer) => !officer.byHost).map(({ delegateId }) => delegateId),
  );
  const name = useWrite(nameOfficers, listOfficers, readMeeting);
  return (
    <div className="stack-tight">
      <div>
        {people.map((person) => (
          <Tick
            key={person.id}
            label={person.name}
            hint={byHost.includes(person.id) ? t('control.by-host') : person.office}
            disabled={byHost.includes(person.id)}
            checked={byHost.includes(person.id) || chosen.includes(person.id)}
            onChange={(event) =>
              setChosen(
                event.target.checked ? [...chosen, person.id] : chosen.filter((id) => id !== person.id),
              )
            }
          />
        ))}
      </div>
      {name.error && <ProblemNotice problem={problemIn(name.error)} />}
      {name.isSuccess && (
        <Notice tone="good">
          <p>{t('control.who-saved')}</p>
        </Notice>
      )}
      <p>
        <button
          className="button"
          type="button"
          disabled={name.isPending}
          onClick={() =>
            name.mutate({ params: { edition: edition.slug, firm }, body: { delegates: chosen } })
          }
        >
          {t('control.who-save')}
        </button>
      </p>
    </div>
  );
}

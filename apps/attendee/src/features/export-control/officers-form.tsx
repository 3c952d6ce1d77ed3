import { problemIn } from '@forum/client/http';
import { queryOf } from '@forum/client/query';
import { type Profile } from '@forum/contract/delegations';
import { type ExportOfficer, listOfficers, nameOfficers } from '@forum/contract/export-control';
import { readMeeting } from '@forum/contract/meetings';
import { Tick } from '@forum/ui/forms/field';
import { useEdition } from '@forum/ui/lib/edition';
import { Notice, ProblemNotice } from '@forum/ui/states/notice';
import { Read } from '@forum/ui/states/read';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '@forum/ui/lib/use-write';

/** Who may release listed topics for the firm. */
export function OfficersForm({ firm, people }: { firm: string; people: readonly Profile[] }): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const query = useQuery(queryOf(listOfficers, { params: { edition: edition.slug, firm } }));
  return (
    <section className="stack" aria-labelledby="officers">
      <h2 id="officers">{t('control.who')}</h2>
      <p className="second">{t('control.who-text')}</p>
      <Read query={query} bones={2}>
        {(officers) => <Choice key={keyOf(officers)} firm={firm} people={people} officers={officers} />}
      </Read>
    </section>
  );
}

const keyOf = (officers: readonly ExportOfficer[]) => officers.map(({ delegateId }) => delegateId).join();

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

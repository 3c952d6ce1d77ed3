import { queryOf } from '@forum/client/query';
import { confirmOfficer, listOfficers, nameOfficers } from '@forum/contract/meetings/export-control';
import { listColleagues } from '@forum/contract/firms/teams';
import { listAllMeetings } from '@forum/contract/meetings/all-meetings';
import { SelectField } from '@forum/ui/forms/field';
import { useEdition } from '@forum/ui/lib/edition';
import { Read } from '@forum/ui/states/read';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure } from '../../components/failure.tsx';
import { useWrite } from '@forum/ui/lib/use-write';

/** Names somebody of a firm who may release for it, and confirms whom nobody else of the firm can. */
export function OfficerChoice({ firm }: { firm: { firmId: string; firm: string } }): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const params = { edition: edition.slug, firm: firm.firmId };
  const officers = useQuery(queryOf(listOfficers, { params }));
  const people = useQuery(queryOf(listColleagues, { params }));
  const confirm = useWrite(confirmOfficer, listOfficers, listAllMeetings);
  const name = useWrite(nameOfficers, listOfficers, listAllMeetings);
  return (
    <Read query={officers} bones={1}>
      {(named) => {
        const known = named.map(({ delegateId }) => delegateId);
        const byHost = named.filter((officer) => officer.byHost).map(({ delegateId }) => delegateId);
        return (
          <>
            {named
              .filter(({ inForce }) => !inForce)
              .map(({ delegateId, name: officer, canConfirm }) => (
                <p key={delegateId} className="line-up">
                  <span>{t('control.to-confirm', { name: officer })}</span>
                  {canConfirm && (
                    <button
                      className="button"
                      type="button"
                      disabled={confirm.isPending}
                      onClick={() => confirm.mutate({ params: { ...params, delegate: delegateId } })}
                    >
                      {t('control.confirm-officer')}
                    </button>
                  )}
                </p>
              ))}
            <SelectField
              label={t('control.name', { firm: firm.firm })}
              value=""
              disabled={name.isPending || people.isPending}
              onChange={(event) =>
                name.mutate({ params, body: { delegates: [...byHost, event.target.value] } })
              }
            >
              <option value="">{t('control.choose')}</option>
              {(people.data ?? [])
                .filter(({ id }) => !known.includes(id))
                .map((person) => (
                  <option key={person.id} value={person.id}>
                    {person.name}, {person.office}
                  </option>
                ))}
            </SelectField>
            <Failure error={name.error ?? confirm.error ?? people.error} />
          </>
        );
      }}
    </Read>
  );
}

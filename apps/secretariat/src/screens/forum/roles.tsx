import { queryOf } from '@forum/client/query';
import { grantRole, listRoles } from '@forum/contract/delegations/roles';
import type { RouteOutput } from '@forum/contract/route';
import { Heading } from '@forum/ui/shell/heading';
import { SelectField, TextField } from '@forum/ui/forms/field';
import { useEdition } from '@forum/ui/lib/edition';
import { Read } from '@forum/ui/states/read';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Confirmation } from '../../components/confirmation.tsx';
import { Failure } from '../../components/failure.tsx';
import { useWrite } from '@forum/ui/lib/use-write';

const grantable = ['organiser', 'accreditation-officer', 'auditor', 'delegation-head'] as const;
type Grantable = (typeof grantable)[number];
const isGrantable = (role: string): role is Grantable => (grantable as readonly string[]).includes(role);

type Held = RouteOutput<typeof listRoles>[number];

/** Who holds which role in this edition. */
export function RolesScreen(): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const [mail, setMail] = useState('');
  const [role, setRole] = useState<Grantable>('accreditation-officer');
  const [asked, setAsked] = useState<Held | null>(null);
  const query = useQuery(queryOf(listRoles, { params: { edition: edition.slug } }));
  const grant = useWrite(grantRole, listRoles);
  const change = (to: string, what: Grantable, granted: boolean) =>
    grant.mutate({ params: { edition: edition.slug }, body: { mail: to, role: what, granted } });
  return (
    <div className="page">
      <Heading tab={t('desk.roles')} />
      <Read query={query}>
        {(held) => (
          <ul className="ruled">
            {held.map((one) => (
              <li key={`${one.person.id}${one.role}`} className="apart" style={{ paddingBlock: '0.5rem' }}>
                <span>
                  {one.person.name} <span className="note">{one.mail}</span>
                </span>
                <span className="line-up">
                  {t(`role.${one.role}`)}
                  <button
                    className="button"
                    data-kind="grave"
                    type="button"
                    disabled={grant.isPending}
                    onClick={() => setAsked(one)}
                  >
                    {t('roles.take')}
                  </button>
                </span>
              </li>
            ))}
          </ul>
        )}
      </Read>
      {asked && (
        <Confirmation
          title={t('roles.will-take', { name: asked.person.name, role: t(`role.${asked.role}`) })}
          touched={[]}
          action={t('roles.take')}
          grave
          busy={grant.isPending}
          onConfirm={() => {
            if (isGrantable(asked.role)) change(asked.mail, asked.role, false);
            setAsked(null);
          }}
          onLeave={() => setAsked(null)}
        />
      )}
      <form
        className="form panel"
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          change(mail.trim(), role, true);
        }}
      >
        <TextField
          label={t('roles.mail')}
          type="email"
          value={mail}
          onChange={(event) => setMail(event.target.value)}
        />
        <SelectField
          label={t('roles.role')}
          value={role}
          onChange={(event) => isGrantable(event.target.value) && setRole(event.target.value)}
        >
          {grantable.map((one) => (
            <option key={one} value={one}>
              {t(`role.${one}`)}
            </option>
          ))}
        </SelectField>
        <Failure error={grant.error} />
        <p>
          <button
            className="button"
            data-kind="main"
            type="submit"
            disabled={!mail.includes('@') || grant.isPending}
          >
            {t('roles.give')}
          </button>
        </p>
      </form>
    </div>
  );
}

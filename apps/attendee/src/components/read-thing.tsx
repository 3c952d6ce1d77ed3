import { problemIn } from '@forum/client/http';
import { useEdition, useStanding } from '@forum/ui/lib/edition';
import { Heading } from '@forum/ui/shell/heading';
import { Empty } from '@forum/ui/states/notice';
import { Read } from '@forum/ui/states/read';
import type { ComponentProps, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

type ReadProps<Data> = ComponentProps<typeof Read<Data>>;

interface ReadThingProps<Data> extends ReadProps<Data> {
  what: 'session' | 'firm' | 'person' | 'meeting';
  /** The list that it would stand in. */
  list: { to: string; label: string };
}

/** One thing that was read, or that it is not there, with the way back to its list. */
export function ReadThing<Data>({ what, list, ...read }: ReadThingProps<Data>): ReactNode {
  const { t } = useTranslation();
  if (!isRefused(read.query, 'not_found')) return <ReadAccredited title={list.label} {...read} />;
  return (
    <>
      <Heading tab={t(`not-there.${what}`)} />
      <Empty title={t('not-there.text')}>
        <p>
          <Link className="button" to={list.to}>
            {list.label}
          </Link>
        </p>
      </Empty>
    </>
  );
}

/** What only the accredited read: to others it says when it opens, not that something went wrong. */
export function ReadAccredited<Data>({ title, ...read }: ReadProps<Data> & { title?: string }): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const standing = useStanding();
  if (standing?.accredited || !isRefused(read.query, 'access.denied')) return <Read {...read} />;
  return (
    <>
      {title && <Heading tab={title} />}
      <Empty title={t('not-there.opens-later')}>
        <p>{t('not-there.opens-later-text')}</p>
        <p>
          <Link className="button" to={`/e/${edition.slug}/register`}>
            {t('not-there.to-registration')}
          </Link>
        </p>
      </Empty>
    </>
  );
}

const isRefused = ({ data, error }: { data: unknown; error: Error | null }, code: string): boolean =>
  data === undefined && error !== null && problemIn(error).code === code;

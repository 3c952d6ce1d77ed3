import { useEdition } from '@forum/ui/lib/edition';
import { clockIn, dayNameIn } from '@forum/ui/lib/instants';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** An instant in a table whose head names the venue's time: `Mon 23 Nov 10:30`, one line. */
export function Moment({ at }: { at: string }): ReactNode {
  const { edition } = useEdition();
  const { i18n } = useTranslation();
  return (
    <time className="moment figures" dateTime={at}>
      {dayNameIn(at, edition.zone, i18n.language)} <strong>{clockIn(at, edition.zone)}</strong>
    </time>
  );
}

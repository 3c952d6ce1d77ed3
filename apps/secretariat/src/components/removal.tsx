import { type CallInput, problemIn } from '@forum/client/http';
import { type Use, uses } from '@forum/contract/removals/removals';
import type { Route } from '@forum/contract/route';
import { useWrite } from '@forum/ui/lib/use-write';
import { Notice } from '@forum/ui/states/notice';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Confirmation } from './confirmation.tsx';
import { Failure } from './failure.tsx';

interface RemovalProps<R extends Route> {
  /** The thing, as its readers know it. */
  name: string;
  route: R;
  input: CallInput<R>;
  /** What is read again. */
  reads: readonly Route[];
  /** Whom it touches, by name. */
  touched?: readonly string[];
  onRemoved?: () => void;
}

/** Takes back what was done by a slip: asks first, and says what depends on the thing where that keeps it. */
export function Removal<R extends Route>({
  name,
  route,
  input,
  reads,
  touched = [],
  onRemoved,
}: RemovalProps<R>): ReactNode {
  const { t } = useTranslation();
  const [isAsked, setAsked] = useState(false);
  const remove = useWrite(route, ...reads);
  if (isAsked)
    return (
      <Confirmation
        title={t('removal.will', { name })}
        touched={touched}
        action={t('removal.remove')}
        grave
        busy={remove.isPending}
        onConfirm={() =>
          remove.mutate(input, {
            onSuccess: () => onRemoved?.(),
            onSettled: () => setAsked(false),
          })
        }
        onLeave={() => setAsked(false)}
      />
    );
  return (
    <div className="removal stack-tight">
      <button
        className="button"
        type="button"
        aria-label={t('removal.remove-one', { name })}
        onClick={() => setAsked(true)}
      >
        {t('removal.remove')}
      </button>
      <Kept error={remove.error} name={name} />
    </div>
  );
}

/** Why it was kept: how many of what depend on it, in the reader's language. */
function Kept({ error, name }: { error: Error | null; name: string }): ReactNode {
  const { t } = useTranslation();
  if (!error) return null;
  const { code, details } = problemIn(error);
  if (code !== 'thing.in_use') return <Failure error={error} />;
  const counted = (details?.['uses'] ?? {}) as Partial<Record<Use, number>>;
  return (
    <div role="alert">
      <Notice tone="problem">
        <p>
          <strong>{t('problem.thing.in_use', { name })}</strong>
        </p>
        <ul>
          {uses
            .filter((use) => counted[use] !== undefined)
            .map((use) => (
              <li key={use}>{t(`removal.use.${use}`, { count: counted[use] })}</li>
            ))}
        </ul>
      </Notice>
    </div>
  );
}

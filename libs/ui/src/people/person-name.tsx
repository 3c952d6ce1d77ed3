import { type ReactNode } from 'react';

interface PersonNameProps {
  name: string;
  nativeName?: string | null;
  nativeLanguage?: string | null;
  honorific?: string | null;
}

/** A name as it stands on the badge, with the native script beside it, read out in its own language. */
export function PersonName({ name, nativeName, nativeLanguage, honorific }: PersonNameProps): ReactNode {
  const hasOther = nativeName && nativeName !== name;
  return (
    <span>
      {honorific && `${honorific} `}
      {name}
      {hasOther && (
        <span className="second" lang={nativeLanguage ?? undefined}>
          {' '}
          {nativeName}
        </span>
      )}
    </span>
  );
}

import { useState } from 'react';

interface Versioned {
  version: number;
}

/**
 * What is typed into a form about something that is saved, and from which version on. While nothing is typed the form
 * follows what others save; once something is, it is kept, and the form says that it was overtaken.
 */
export function useDraft<Saved extends Versioned, Fields extends object>(
  saved: Saved,
  fieldsOf: (saved: Saved) => Fields,
) {
  const begin = (seen: Saved) => ({ version: seen.version, fields: fieldsOf(seen), isTyped: false });
  const [draft, setDraft] = useState(() => begin(saved));
  const isOvertaken = saved.version > draft.version;
  if (isOvertaken && !draft.isTyped) setDraft(begin(saved));
  return {
    fields: draft.fields,
    /** The version that was seen, for the server to compare. */
    version: draft.version,
    change: (part: Partial<Fields>) =>
      setDraft((before) => ({ ...before, fields: { ...before.fields, ...part }, isTyped: true })),
    /** What the server made of it after it was saved. */
    begin: (seen: Saved) => setDraft(begin(seen)),
    isOvertaken: isOvertaken && draft.isTyped,
    /** Gives up what was typed for what others saved. */
    take: () => setDraft(begin(saved)),
    /** Keeps what was typed; saving it then overwrites what others saved. */
    keep: () => setDraft((before) => ({ ...before, version: saved.version })),
  };
}

import {
  listRuleFirms,
  type SettingsOfEdition,
  readMatchSettings,
  saveMatchSettings,
} from '@forum/contract/matchmaking/settings';
import { useEdition } from '@forum/ui/lib/edition';
import { useState } from 'react';
import { useWrite } from '@forum/ui/lib/use-write';

/**
 * Sets one part of how the edition matches; the other parts stay as they were seen. Who has not seen what a colleague has
 * set meanwhile is refused once, and sees it then.
 */
export function useSaveSettings(read: SettingsOfEdition) {
  const { edition } = useEdition();
  const [seen, setSeen] = useState(read);
  const save = useWrite(saveMatchSettings, readMatchSettings, listRuleFirms);
  return {
    save,
    set: (part: Partial<Omit<SettingsOfEdition, 'version'>>, onSaved?: () => void) =>
      save.mutate(
        { params: { edition: edition.slug }, body: { ...seen, ...part } },
        {
          onSuccess: (saved) => {
            setSeen(saved);
            onSaved?.();
          },
          onError: () => setSeen(read),
        },
      ),
  };
}

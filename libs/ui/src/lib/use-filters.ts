import { useSearchParams } from 'react-router';

/** Filters that stand in the address, so that a narrowed list can be shared and found again by Back. */
export function useFilters() {
  const [search, setSearch] = useSearchParams();
  const chooseAll = (chosen: Readonly<Record<string, string>>) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        for (const [name, value] of Object.entries(chosen)) {
          if (value) next.set(name, value);
          else next.delete(name);
        }
        // Another choice is another list, read from its beginning.
        if (!('page' in chosen)) next.delete('page');
        return next;
      },
      { replace: true },
    );
  return {
    read: (name: string) => search.get(name) ?? '',
    choose: (name: string, value: string) => chooseAll({ [name]: value }),
    chooseAll,
    clear: () => setSearch({}, { replace: true }),
  };
}

import { useSearchParams } from 'react-router';

/** Filters that stand in the address, so that a narrowed list can be shared and found again by Back. */
export function useFilters() {
  const [search, setSearch] = useSearchParams();
  const choose = (name: string, value: string) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        if (value) next.set(name, value);
        else next.delete(name);
        // Another choice is another list, read from its beginning.
        if (name !== 'page') next.delete('page');
        return next;
      },
      { replace: true },
    );
  return {
    read: (name: string) => search.get(name) ?? '',
    choose,
    clear: () => setSearch({}, { replace: true }),
  };
}

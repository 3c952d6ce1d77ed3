/** Where somebody goes once they are in: an address of this site, or the start. */
export function wayIn(search: URLSearchParams): string {
  const to = search.get('to') ?? '/';
  // A path of ours and nothing else: `//elsewhere` would leave the site.
  return /^\/(?![/\\])/.test(to) ? to : '/';
}

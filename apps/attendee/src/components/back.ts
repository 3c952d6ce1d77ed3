/** Where one came from, as a link to a detail keeps it in the history. */
export interface CameFrom {
  cameFrom: string;
}

const places = ['today', 'programme', 'agenda', 'meetings', 'firms', 'people', 'whom-to-meet'] as const;

/** What a link to a detail keeps of the screen that it stands on. */
export const keepPlace = ({ pathname }: { pathname: string }): CameFrom => ({ cameFrom: pathname });

/**
 * Where the button "back" of a detail leads. From a list of the app it is a step back in the history, which keeps the
 * place and the filters; from anywhere else the way to the detail's own list.
 *
 * @param state what the history keeps of the step that led here
 * @param base the address of the edition
 */
export function backFrom(state: unknown, base: string): { place: (typeof places)[number] } | null {
  const from = (state as Partial<CameFrom> | null)?.cameFrom;
  const place = places.find((one) => from === `${base}/${one}`);
  return place ? { place } : null;
}

/** SQL for whether the table of the meeting `m` is where it takes place: one that needs a new place has none. */
export const hasPlace = `(m.place_lost is null or m.place_lost = 'too-few-seats')`;

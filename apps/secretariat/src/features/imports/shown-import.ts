interface Known {
  id: string;
  state: string;
}

interface Choices<Made extends Known> {
  /** The one that somebody opened in the list of earlier imports. */
  open: string | undefined;
  earlier: readonly Made[];
  /** What the last file that was read would change. */
  proposed: Made | undefined;
  applied: Made | undefined;
  /** Whether the last file was refused. */
  isRefused: boolean;
}

/**
 * The import whose difference is shown: the one that was opened, else what came of the last file, else one that waits
 * for a decision. Below the refusal of a file stands no other file's difference, which could be applied by mistake.
 */
export function shownImport<Made extends Known>(choices: Choices<Made>): Made | undefined {
  const { open, earlier, proposed, applied, isRefused } = choices;
  const opened = earlier.find(({ id }) => id === open);
  if (opened || isRefused) return opened;
  return applied ?? proposed ?? earlier.find(({ state }) => state === 'proposed');
}

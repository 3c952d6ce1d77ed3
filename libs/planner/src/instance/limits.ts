/** How large an instance may be; beyond this it is refused rather than planned for hours. */
export const limits = {
  slots: 500,
  firms: 20_000,
  teams: 100,
  meetings: 100_000,
  tables: 100_000,
  interpreters: 5_000,
} as const;

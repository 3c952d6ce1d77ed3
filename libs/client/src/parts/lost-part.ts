/** A part of the app that could not be loaded: the network is cut, or a newer version of the app has replaced it. */
export class LostPart extends Error {
  constructor(cause: unknown) {
    super('A part of the app could not be loaded.', { cause });
    this.name = 'LostPart';
  }
}

/**
 * Loads a part of the app when it is first asked for; what fails is a {@link LostPart}, whatever the browser calls it.
 *
 * @example lazy: partOf(async () => ({ Component: (await import('./screens/meetings/hall.tsx')).HallScreen }))
 */
export const partOf =
  <Part>(load: () => Promise<Part>) =>
  async (): Promise<Part> => {
    try {
      return await load();
    } catch (cause) {
      throw new LostPart(cause);
    }
  };

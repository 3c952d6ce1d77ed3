import type { Page, Request } from '@playwright/test';

/** Follows what a page asks for, to know when its screen has all of it. */
export class Asked {
  readonly #page: Page;
  readonly #underWay = new Set<Request>();

  constructor(page: Page) {
    this.#page = page;
    page.on('request', (request) => this.#underWay.add(request));
    page.on('requestfinished', (request) => this.#underWay.delete(request));
    page.on('requestfailed', (request) => this.#underWay.delete(request));
  }

  /** Waits until nothing is asked for in two looks that follow each other, nor stands for what will come. */
  async settled(): Promise<void> {
    for (let quiet = 0; quiet < 2;) {
      await this.#page.waitForTimeout(50);
      const waits = this.#underWay.size > 0 || (await this.#page.locator('.bones').count()) > 0;
      quiet = waits ? 0 : quiet + 1;
    }
  }
}

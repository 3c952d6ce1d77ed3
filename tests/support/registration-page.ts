import { expect, type Page } from '@playwright/test';

/** What somebody writes into the form of registration. */
export interface Registrant {
  category: 'industry' | 'staff';
  given: string;
  family: string;
  office: string;
  organisation: string;
  country: string;
  /** As it is searched for. */
  firm?: string;
}

/** Registers who is signed in on a page, which shows the form or comes to it. */
export async function register(page: Page, edition: string, who: Registrant): Promise<void> {
  await page.goto(`${new URL(page.url()).origin}/e/${edition}/register`);
  await page.getByLabel('You come as').selectOption(who.category);
  await page.getByLabel('As on the badge').fill(`${who.given} ${who.family}`);
  await page.getByLabel('Given names').fill(who.given);
  await page.getByLabel('Family name').fill(who.family);
  await page.getByLabel('Office or function').fill(who.office);
  await page.getByLabel('Organisation', { exact: true }).fill(who.organisation);
  if (who.firm) {
    await page.getByLabel('Firm that you represent').fill(who.firm);
    await page.getByRole('listbox', { name: 'Firms found' }).getByRole('option').first().click();
  }
  await page.getByLabel('Country').selectOption(who.country);
  await page.getByLabel('Languages you speak').selectOption('en');
  await page.getByRole('button', { name: 'Submit the registration' }).click();
  await expect(page.getByText('Being vetted')).toBeVisible();
}

/** Accredits somebody at the desk of an officer. */
export async function accredit(officer: Page, edition: string, name: string): Promise<void> {
  await officer.goto(`${new URL(officer.url()).origin}/secretariat/${edition}/accreditation`);
  await officer.getByRole('searchbox').fill(name);
  await officer.getByLabel(`Choose ${name}`).check();
  await officer.getByRole('button', { name: 'Accredit', exact: true }).click();
  await expect(officer.getByText(/will be accredited and told by mail/)).toBeVisible();
  await officer.getByRole('button', { name: 'Accredit', exact: true }).click();
  await expect(officer.getByRole('region', { name: 'Decide' })).toBeHidden();
}

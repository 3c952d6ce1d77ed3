import { expect, type Page } from '@playwright/test';

/** Gives a page a device that makes and shows passkeys, whose owner agrees each time. */
export async function giveAuthenticator(page: Page): Promise<void> {
  const chromium = await page.context().newCDPSession(page);
  await chromium.send('WebAuthn.enable');
  await chromium.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

/** Types the code that was handed over, makes a passkey, and keeps the recovery codes. */
export async function setUpPasskey(page: Page, code: string): Promise<void> {
  await page.getByLabel('Code from the host’s team').fill(code);
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByRole('button', { name: 'Set up a passkey' }).click();
  await expect(page.getByRole('region', { name: 'Recovery codes' }).getByRole('listitem')).toHaveCount(10);
  await page.getByRole('button', { name: 'I have kept them' }).click();
}

const longestInstallation = 20_000;

/**
 * Lets the newest service worker of this site take over, if there is one; thoroughly: removes the one at work when there
 * is no newer, because it has lost files of its own.
 */
export async function renewWorker({ thoroughly }: { thoroughly: boolean }): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const workers = navigator.serviceWorker;
  const registration = await workers.getRegistration();
  if (!registration) return;
  await registration.update().catch(() => undefined);
  if (registration.installing) await settled(registration.installing);
  const { waiting } = registration;
  if (waiting) {
    const taken = new Promise((resolve) =>
      workers.addEventListener('controllerchange', resolve, { once: true }),
    );
    waiting.postMessage({ type: 'SKIP_WAITING' });
    await Promise.race([taken, after(5_000)]);
  } else if (thoroughly) await registration.unregister();
}

function settled(worker: ServiceWorker): Promise<unknown> {
  const isSettled = new Promise<void>((resolve) =>
    worker.addEventListener('statechange', () => {
      if (worker.state !== 'installing') resolve();
    }),
  );
  return Promise.race([isSettled, after(longestInstallation)]);
}

const after = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

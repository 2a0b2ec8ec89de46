import type { Fixtures } from '../../transport/fake';
import type { DeviceSummary } from '../../transport';

/** A fresh set of devices; tests that end one take their own. */
export function profileFixtures(): Fixtures {
  let devices: DeviceSummary[] = [
    {
      device_id: 'device-1',
      name: 'Firefox, Android',
      kind: 'browser',
      seen_at: '2026-03-05T10:00:00Z',
      current: true,
    },
    {
      device_id: 'device-2',
      name: 'Folio, Kavita’s laptop',
      kind: 'desktop',
      seen_at: '2026-02-20T10:00:00Z',
      current: false,
    },
  ];
  return {
    commands: {
      devices: () => ({ devices }),
      end_device: ({ device_id }) => {
        devices = devices.filter((device) => device.device_id !== device_id);
        return {};
      },
    },
  };
}

export const fixtures = profileFixtures();

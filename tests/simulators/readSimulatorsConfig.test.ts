import { readSimulatorsConfig } from '../../src/simulators/readSimulatorsConfig';

const ZENDESK = { APP_PACKAGE_DIR: 'dist/app', ZENDESK_CLIENT_ID: 'bridge', ZENDESK_CLIENT_SECRET: 'secret' };

describe('readSimulatorsConfig', () => {
  it('takes the ports of the playground when none are named', () => {
    expect(readSimulatorsConfig(ZENDESK)).toEqual({
      ok: true,
      config: {
        dataDir: '.data',
        zendesk: {
          port: 4000,
          assetsPort: 4003,
          appPackageDir: 'dist/app',
          appSettings: {},
          oauthClient: { id: 'bridge', secret: 'secret' },
        },
        billmanager: { port: 4001 },
      },
    });
  });

  it('takes what the environment says', () => {
    const read = readSimulatorsConfig({
      ...ZENDESK,
      DATA_DIR: '/data',
      ZENDESK_SIM_PORT: '5000',
      APP_ASSETS_PORT: '5003',
      BILLMANAGER_SIM_PORT: '0',
      APP_SETTINGS: '{"bridgeUrl":"http://localhost:4002"}',
      HELP_CENTER_SCRIPT: '/dist/script.js',
    });
    expect(read).toMatchObject({
      config: {
        dataDir: '/data',
        zendesk: {
          port: 5000,
          assetsPort: 5003,
          appSettings: { bridgeUrl: 'http://localhost:4002' },
          themeScript: '/dist/script.js',
        },
        billmanager: { port: 0 },
      },
    });
  });

  it('asks nothing for a simulator that is not to run', () => {
    expect(readSimulatorsConfig({ RUN_ZENDESK_SIM: '0', RUN_BILLMANAGER_SIM: '0' })).toEqual({
      ok: true,
      config: { dataDir: '.data' },
    });
  });

  it('says every problem at once, each with its variable', () => {
    const read = readSimulatorsConfig({
      ZENDESK_SIM_PORT: 'http',
      APP_ASSETS_PORT: '-1',
      BILLMANAGER_SIM_PORT: '70000',
      APP_SETTINGS: '[]',
    });
    expect(read).toEqual({
      ok: false,
      problems: [
        'ZENDESK_SIM_PORT wants a port from 0 to 65535, 0 for any free one.',
        'APP_ASSETS_PORT wants a port from 0 to 65535, 0 for any free one.',
        'APP_PACKAGE_DIR is missing; the Zendesk simulator needs it.',
        'APP_SETTINGS wants a JSON object of app settings.',
        'ZENDESK_CLIENT_ID is missing; the Zendesk simulator needs it.',
        'ZENDESK_CLIENT_SECRET is missing; the Zendesk simulator needs it.',
        'BILLMANAGER_SIM_PORT wants a port from 0 to 65535, 0 for any free one.',
      ],
    });
  });
});

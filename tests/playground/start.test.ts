import { createServer } from 'node:net';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeTrialProject, until, type Started } from './trialProject';

describe('npm start', () => {
  let project: Awaited<ReturnType<typeof makeTrialProject>>;
  const started: Started[] = [];

  beforeEach(async () => {
    project = await makeTrialProject();
  });

  afterEach(async () => {
    for (const one of started.splice(0)) one.process.kill('SIGKILL');
    await until(() => project.processes().length === 0);
    project.folder.remove();
  });

  const start = (env?: Record<string, string>) => {
    const one = project.start(env);
    started.push(one);
    return one;
  };
  const isUp = (one: Started) => one.output().includes('Ctrl-C stops everything');

  it('prints where everything is once both parts are ready, and nothing of their own words', async () => {
    const one = start();
    await until(() => isUp(one));
    expect(one.output()).toContain(`http://localhost:${project.ports.ZENDESK_SIM_PORT}/agent/tickets`);
    expect(one.output()).toContain(`http://localhost:${project.ports.ZENDESK_SIM_PORT}/hc/requests/new`);
    expect(one.output()).toContain(`http://localhost:${project.ports.BILLMANAGER_SIM_PORT}/`);
    expect(one.output()).toContain('credits@client.test');
    expect(one.output()).not.toContain('serving');
    const log = readFileSync(join(project.folder.path, '.data/logs/bridge.log'), 'utf8');
    expect(log).toBe('serving\n');
  });

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'stops the bridge and then the simulators on %s, with code 0',
    async (signal) => {
      const one = start();
      await until(() => isUp(one));
      expect(project.processes()).toHaveLength(2);
      one.process.kill(signal);
      expect(await one.exitCode).toBe(0);
      expect(project.events().slice(-2)).toEqual(['bridge SIGTERM', 'simulators SIGTERM']);
      expect(project.processes()).toEqual([]);
    },
  );

  it('leaves no process behind when it is killed', async () => {
    const one = start();
    await until(() => isUp(one));
    one.process.kill('SIGKILL');
    await until(() => project.processes().length === 0);
    expect(project.events().slice(-2).sort()).toEqual(['bridge disconnect', 'simulators disconnect']);
  });

  it('stops the rest and shows the last words when a part does not start', async () => {
    const one = start({ BREAK: 'bridge' });
    expect(await one.exitCode).toBe(1);
    expect(one.output()).toContain('[bridge] a wheel came off');
    expect(one.output()).toContain('The bridge process ended instead of starting.');
    expect(project.processes()).toEqual([]);
  });

  it('stops the rest when a part ends later', async () => {
    const one = start();
    await until(() => isUp(one));
    const [, pid] = /^simulators pid (\d+)$/m.exec(project.events().join('\n')) ?? [];
    process.kill(Number(pid), 'SIGKILL');
    expect(await one.exitCode).toBe(1);
    expect(one.output()).toContain('The simulators process ended by itself.');
    expect(project.processes()).toEqual([]);
  });

  it('starts nothing when a port is taken', async () => {
    const holder = createServer();
    await new Promise<void>((done) => holder.listen(project.ports.BILLMANAGER_SIM_PORT, '127.0.0.1', done));
    try {
      const one = start();
      expect(await one.exitCode).toBe(1);
      expect(one.output().trim().split('\n')).toEqual([
        expect.stringMatching(/^Port \d+ is taken.*BILLMANAGER_SIM_PORT/),
      ]);
    } finally {
      await new Promise((done) => holder.close(done));
    }
  });

  it('does not start the simulator of a system that is real', async () => {
    const one = start({
      ZENDESK_URL: 'https://sample.zendesk.test',
      BILLMANAGER_URL: 'https://billing.test',
    });
    await until(() => isUp(one));
    expect(project.processes()).toHaveLength(1);
    expect(one.output()).toContain('https://sample.zendesk.test (real)');
  });
});

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { parseDockerfile } from './parseDockerfile';
import { readText, readYaml } from './readYaml';

const ROOT = join(__dirname, '../..');

/** A version named to its last part, never one that moves. */
const EXACT_TAG = /:\d+\.\d+(\.\d+)?(-\w+)*$/;

/** Settings that are secrets; none of them may be written into a file of the repository. */
const SECRETS =
  /(ZENDESK_CLIENT_SECRET|ZENDESK_WEBHOOK_SECRET|SIDEBAR_SHARED_SECRET|BILLMANAGER_AUTHINFO|BILLMANAGER_WEBHOOK_SECRET|POSTGRES_PASSWORD|DATABASE_URL)[ \t]*[=:][ \t]*['"]?[^\s'"#$…<]/;

const KUBERNETES = ['deployment', 'service', 'pod-disruption-budget', 'network-policy'].map(
  (name) => `extras/kubernetes/${name}.yaml`,
);

describe('no file for an operator', () => {
  const files = [
    'Dockerfile',
    'docker-compose.yml',
    'extras/support-credits.env.example',
    'extras/systemd/support-credits.service',
    'extras/systemd/support-credits-backup.service',
    'extras/systemd/support-credits-backup.timer',
    ...KUBERNETES,
  ];
  it.each(files)('%s holds a secret', (path) => {
    expect(readText(path)).not.toMatch(SECRETS);
  });

  it('is taken into the image but what it is built from', () => {
    const lines = readText('.dockerignore')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'));
    expect(lines[0]).toBe('*');
    const taken = lines.slice(1).map((line) => line.replace(/^!/, ''));
    expect(lines.slice(1).every((line) => line.startsWith('!'))).toBe(true);
    expect(taken.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
    const copied = parseDockerfile(readText('Dockerfile'))
      .filter(({ keyword, value }) => keyword === 'COPY' && !value.includes('--from='))
      .flatMap(({ value }) => value.split(' ').slice(0, -1))
      .map((path) => path.replace(/^\.\//, ''));
    expect(copied.sort()).toEqual(taken.sort());
  });
});

describe('the Dockerfile', () => {
  const instructions = parseDockerfile(readText('Dockerfile'));
  const of = (keyword: string) =>
    instructions.filter((each) => each.keyword === keyword).map(({ value }) => value);
  const last = instructions.slice(instructions.map(({ keyword }) => keyword).lastIndexOf('FROM'));

  it('builds on an exact Debian image of a Node that the project runs on, and leaves the tools behind', () => {
    const images = of('FROM').map((value) => value.split(' ')[0]!);
    expect(images).toHaveLength(2);
    for (const image of images) {
      expect(image).toMatch(EXACT_TAG);
      expect(image).toMatch(/^node:2\d\.\d+\.\d+-bookworm-slim$/);
    }
    expect(last.filter(({ keyword }) => keyword === 'RUN').map(({ value }) => value)).toEqual([
      'mkdir /data && chown 1000:1000 /data',
    ]);
  });

  it('installs by the lockfile and runs no script of a package', () => {
    const installs = of('RUN').filter((value) => /npm (ci|install|prune)/.test(value));
    expect(installs.length).toBeGreaterThan(0);
    expect(installs.every((value) => !/npm install/.test(value) && value.includes('--ignore-scripts'))).toBe(
      true,
    );
    expect(installs.join(' && ')).toContain('npm prune --omit=dev');
  });

  it('runs as nobody in particular, with a command that gets the signals, and asks whether it lives', () => {
    expect(of('USER')).toEqual(['1000:1000']);
    expect(JSON.parse(of('ENTRYPOINT')[0]!)).toEqual([
      'node',
      '--enable-source-maps',
      'dist/bridge/support-credits.js',
    ]);
    expect(JSON.parse(of('CMD')[0]!)).toEqual(['serve']);
    expect(of('HEALTHCHECK')[0]).toMatch(/CMD \["node", "-e", ".*\/healthz/);
    expect(() => JSON.parse(of('HEALTHCHECK')[0]!.replace(/^.*? CMD /, ''))).not.toThrow();
    expect(of('ADD')).toEqual([]);
  });
});

describe('docker-compose.yml', () => {
  type Service = {
    image: string;
    env_file: string;
    environment: Record<string, string>;
    networks: string[];
    ports?: string[];
    read_only?: boolean;
    tmpfs?: string[];
    cap_drop?: string[];
    security_opt?: string[];
    healthcheck?: object;
    stop_grace_period: string;
    depends_on?: Record<string, { condition: string }>;
  };
  const { services, networks } = readYaml<{
    services: { bridge: Service; postgres: Service };
    networks: Record<string, { internal?: boolean }>;
  }>('docker-compose.yml');

  it('keeps the database to the bridge, and the bridge to this host', () => {
    const { bridge, postgres } = services;
    expect(postgres.ports).toBeUndefined();
    expect(postgres.networks.every((name) => networks[name]?.internal === true)).toBe(true);
    expect(bridge.ports!.every((port) => port.startsWith('127.0.0.1:'))).toBe(true);
    expect(postgres.image).toMatch(EXACT_TAG);
    expect(bridge.depends_on).toEqual({ postgres: { condition: 'service_healthy' } });
    expect(postgres.healthcheck).toBeDefined();
  });

  it('gives each the secrets of its own file and takes every right that is not needed', () => {
    const { bridge, postgres } = services;
    expect([bridge.env_file, postgres.env_file]).toEqual(['support-credits.env', 'postgres.env']);
    expect(bridge).toMatchObject({ read_only: true, cap_drop: ['ALL'] });
    expect(bridge.security_opt).toContain('no-new-privileges:true');
    expect(bridge.tmpfs!.every((mount) => mount.includes('size='))).toBe(true);
    // The bridge ends by itself within 10 s.
    expect(Number(/^(\d+)s$/.exec(bridge.stop_grace_period)?.[1])).toBeGreaterThan(10);
  });
});

describe('the Kubernetes manifests', () => {
  const documents = KUBERNETES.flatMap((path) =>
    parseAllDocuments(readText(path)).map((document) => {
      expect(document.errors).toEqual([]);
      return document.toJS() as Manifest;
    }),
  );
  type Container = {
    image: string;
    args: string[];
    envFrom: { secretRef: { name: string } }[];
    env?: { name: string; value: string }[];
    securityContext: object;
    resources: { requests: Record<string, string>; limits: Record<string, string> };
    ports: { name: string; containerPort: number }[];
    readinessProbe: { httpGet: { path: string } };
    livenessProbe: { httpGet: { path: string } };
  };
  type Manifest = { kind: string; apiVersion: string; metadata: { name: string }; spec: never };
  const specOf = <Spec>(kind: string) => documents.find((document) => document.kind === kind)!.spec as Spec;
  const { replicas, template, selector } = specOf<{
    replicas: number;
    selector: { matchLabels: Record<string, string> };
    template: {
      metadata: { labels: Record<string, string> };
      spec: {
        automountServiceAccountToken: boolean;
        securityContext: object;
        terminationGracePeriodSeconds: number;
        initContainers: Container[];
        containers: Container[];
      };
    };
  }>('Deployment');
  const pod = template.spec;
  const all = [...pod.initContainers, ...pod.containers];

  it('run three bridges that migrate first, and keep two while nodes are drained', () => {
    expect(replicas).toBe(3);
    expect(pod.initContainers.map(({ args }) => args)).toEqual([['migrate']]);
    expect(pod.containers.map(({ args }) => args)).toEqual([['serve']]);
    expect(new Set(all.map(({ image }) => image)).size).toBe(1);
    expect(all[0]!.image).toMatch(EXACT_TAG);
    expect(specOf<object>('PodDisruptionBudget')).toMatchObject({ minAvailable: 2, selector });

    expect(specOf<{ selector: object }>('Service').selector).toEqual(selector.matchLabels);
    expect(template.metadata.labels).toEqual(selector.matchLabels);
  });

  it('take every right that is not needed, and name secrets only by reference', () => {
    expect(pod.automountServiceAccountToken).toBe(false);
    expect(pod.securityContext).toMatchObject({
      runAsNonRoot: true,
      seccompProfile: { type: 'RuntimeDefault' },
    });
    for (const container of all) {
      expect(container.securityContext).toEqual({
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ['ALL'] },
      });
      expect(container.envFrom).toEqual([{ secretRef: { name: 'support-credits' } }]);
      expect(container.resources.requests).toMatchObject({
        cpu: expect.any(String),
        memory: expect.any(String),
      });
      expect(container.resources.limits['memory']).toEqual(expect.any(String));
    }
  });

  it('ask the bridge for what it answers, where it listens, and leave it its time to stop', () => {
    const [bridge] = pod.containers;
    expect(bridge!.readinessProbe.httpGet.path).toBe('/readyz');
    expect(bridge!.livenessProbe.httpGet.path).toBe('/healthz');
    const environment = parseDockerfile(readText('Dockerfile')).find(
      ({ keyword }) => keyword === 'ENV',
    )!.value;
    const portOf = (name: string) => bridge!.ports.find((port) => port.name === name)!.containerPort;
    expect(environment).toContain(`PORT=${portOf('http')} `);
    expect(bridge!.env).toEqual([{ name: 'METRICS_PORT', value: String(portOf('metrics')) }]);
    expect(pod.terminationGracePeriodSeconds).toBeGreaterThanOrEqual(15);
  });

  it('let nobody in but the proxy and Prometheus, and nobody out but where the bridge asks', () => {
    const { ingress, egress, policyTypes } = specOf<{
      ingress: { from: object[]; ports: { port: string }[] }[];
      egress: { ports: { port: number }[] }[];
      policyTypes: string[];
    }>('NetworkPolicy');
    expect(policyTypes).toEqual(['Ingress', 'Egress']);
    expect(ingress.map(({ ports }) => ports.map(({ port }) => port))).toEqual([['http'], ['metrics']]);
    expect(ingress.every(({ from }) => from.length > 0)).toBe(true);
    expect(egress.every(({ ports }) => ports.length > 0)).toBe(true);
  });
});

/** The sections of a unit, and the values of its settings by name. */
function parseUnit(path: string) {
  const lines = readText(path)
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  const settings = lines.filter((line) => !line.startsWith('['));
  const wrong = settings.filter((line) => !/^[A-Z][A-Za-z]+=/.test(line));
  if (wrong.length > 0) throw new Error(`No setting of a unit: ${wrong.join('; ')}`);
  return {
    sections: lines.filter((line) => line.startsWith('[')),
    valueOf: (name: string) =>
      settings.filter((line) => line.startsWith(`${name}=`)).map((line) => line.slice(name.length + 1)),
  };
}

describe('the backup of every night', () => {
  const service = parseUnit('extras/systemd/support-credits-backup.service');
  const timer = parseUnit('extras/systemd/support-credits-backup.timer');

  it('is made by the command of the host, into a folder for root alone, once and at a time of day', () => {
    expect(service.sections).toEqual(['[Unit]', '[Service]']);
    expect(service.valueOf('Type')).toEqual(['oneshot']);
    const command = /^# (\/\S+): the bridge's commands/m.exec(
      readText('extras/systemd/support-credits'),
    )?.[1];
    const [folder] = /\/var\/\S+/.exec(service.valueOf('ExecStartPre')[0]!)!;
    expect(service.valueOf('ExecStart')[0]).toContain(`exec ${command} backup --out "${folder}/`);
    expect(service.valueOf('ExecStartPost')[0]).toContain(` ${folder} -name '*.backup' `);
    expect(service.valueOf('ExecStartPre')[0]).toContain(' -m 0700 ');
    expect(timer.sections).toEqual(['[Unit]', '[Timer]', '[Install]']);
    expect(timer.valueOf('OnCalendar')).toEqual([expect.stringMatching(/^\*-\*-\* \d\d:\d\d:00 UTC$/)]);
    expect(timer.valueOf('WantedBy')).toEqual(['timers.target']);
  });
});

describe('the systemd unit', () => {
  const { sections, valueOf } = parseUnit('extras/systemd/support-credits.service');

  it('is made of sections and settings alone, and starts the bridge with its settings from a file', () => {
    expect(sections).toEqual(['[Unit]', '[Service]', '[Install]']);
    expect(valueOf('EnvironmentFile')).toEqual(['/etc/support-credits/env']);
    expect(valueOf('ExecStart')[0]).toContain('dist/bridge/support-credits.js serve');
  });

  it('has commands beside it that read the same settings and run the same program', () => {
    const command = readText('extras/systemd/support-credits');
    expect(command).toContain(`settings=${valueOf('EnvironmentFile')[0]}\n`);
    expect(command).toContain(`"\${DATA_DIR:-${valueOf('Environment')[0]!.replace('DATA_DIR=', '')}}"`);
    expect(command).toContain(` ${valueOf('WorkingDirectory')[0]}/dist/bridge/support-credits.js "$@"\n`);
  });

  it('runs as a user of its own who may write one folder, and keeps its time to stop', () => {
    expect(valueOf('DynamicUser')).toEqual(['yes']);
    expect(valueOf('ProtectSystem')).toEqual(['strict']);
    expect(valueOf('NoNewPrivileges')).toEqual(['yes']);
    expect(valueOf('CapabilityBoundingSet')).toEqual(['']);
    expect(valueOf('StateDirectory').map((name) => `DATA_DIR=/var/lib/${name}`)).toEqual(
      valueOf('Environment'),
    );
    expect(Number(valueOf('TimeoutStopSec')[0])).toBeGreaterThan(10);
  });
});

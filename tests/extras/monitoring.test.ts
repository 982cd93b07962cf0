import { openMetrics, watchEverything } from '../adapters/telemetry/openMetrics';
import { readText, readYaml } from './readYaml';

type Rule = {
  alert: string;
  expr: string;
  for?: string;
  labels: { severity: string };
  annotations: { summary: string; description: string; runbook_url: string };
};
type Panel = {
  id: number;
  title: string;
  type: string;
  description?: string;
  gridPos: { x: number; y: number; w: number; h: number };
  targets?: { expr: string; refId: string }[];
};
type Dashboard = { title: string; uid: string; schemaVersion: number; panels: Panel[] };

const { groups } = readYaml<{ groups: { name: string; rules: Rule[] }[] }>('extras/prometheus/alerts.yml');
const rules = groups.flatMap((group) => group.rules);
const dashboard = JSON.parse(readText('extras/grafana/support-credits.json')) as Dashboard;
const queries = [
  ...rules.map(({ expr }) => expr),
  ...dashboard.panels.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr)),
];

/** Names and label names of all that a running bridge shows. */
async function readExposed(): Promise<Map<string, Set<string>>> {
  const metrics = await openMetrics();
  await watchEverything(metrics);
  const exposed = new Map<string, Set<string>>();
  for (const line of (await metrics.page.render()).split('\n')) {
    const [, name, labels = ''] = /^([a-z_:][\w:]*)(?:\{(.*)\})? /.exec(line) ?? [];
    if (name === undefined) continue;
    exposed.set(name, new Set([...labels.matchAll(/(\w+)="/g)].map((match) => match[1]!)));
  }
  await metrics.stop();
  return exposed;
}

/** What a query asks for: each name with the labels that it is picked by. */
function readAsked(query: string): { name: string; labels: string[] }[] {
  return [...query.matchAll(/\b((?:support_credits|process|nodejs)_\w+)(?:\{([^}]*)\})?/g)].map((match) => ({
    name: match[1]!,
    labels: [...(match[2] ?? '').matchAll(/(\w+)\s*(?:=~|!~|!=|=)/g)].map((label) => label[1]!),
  }));
}

/** Added by whoever scrapes. */
const SCRAPED = ['instance', 'job'];

describe('what is asked of the metrics', () => {
  it('is there, by these names and labels', async () => {
    const exposed = await readExposed();
    const asked = queries.flatMap(readAsked);
    expect(asked.length).toBeGreaterThan(30);
    expect(asked.filter(({ name }) => !exposed.has(name)).map(({ name }) => name)).toEqual([]);
    const unknown = asked.flatMap(({ name, labels }) =>
      labels
        .filter((label) => ![...exposed.get(name)!, ...SCRAPED].includes(label))
        .map((label) => [name, label]),
    );
    expect(unknown).toEqual([]);
  });

  it.each(queries.map((query) => [query]))('is a query with its brackets closed: %s', (query) => {
    const open: string[] = [];
    const pairs: Record<string, string> = { ')': '(', ']': '[', '}': '{' };
    for (const [character] of query.replace(/"[^"]*"/g, '').matchAll(/[()[\]{}]/g)) {
      if (character in pairs) expect(open.pop()).toBe(pairs[character]);
      else open.push(character);
    }
    expect(open).toEqual([]);
    expect(readAsked(query).length).toBeGreaterThan(0);
    // A counter says something only as a rate.
    for (const { name } of readAsked(query).filter(({ name: each }) => each.endsWith('_total')))
      expect(query).toMatch(new RegExp(`(rate|increase)\\(\\s*${name}`));
  });
});

describe('the alerts', () => {
  it('each say what it is, what it means and where to read what to do', () => {
    const guide = readText('extras/README.md');
    const anchors = [...guide.matchAll(/^#{2,4} (.+)$/gm)].map((match) =>
      match[1]!
        .toLowerCase()
        .replace(/[^\w\s-]/g, '')
        .replace(/\s/g, '-'),
    );
    expect(new Set(rules.map(({ alert }) => alert)).size).toBe(rules.length);
    for (const { alert, labels, annotations, for: lasting = '0m' } of rules) {
      expect(alert).toMatch(/^SupportCredits[A-Z]\w+$/);
      expect(['critical', 'warning']).toContain(labels.severity);
      expect(lasting).toMatch(/^\d+[smhd]$/);
      expect([alert, annotations.summary.length > 10, annotations.description.length > 40]).toEqual([
        alert,
        true,
        true,
      ]);
      const [file, anchor] = annotations.runbook_url.split('#');
      expect([alert, file, anchors.includes(anchor ?? '')]).toEqual([alert, 'extras/README.md', true]);
    }
  });
});

describe('the dashboard', () => {
  it('has panels that each ask something, lie within the page and on no other', () => {
    const places = new Set<string>();
    expect(dashboard).toMatchObject({ uid: 'support-credits', schemaVersion: expect.any(Number) });
    expect(new Set(dashboard.panels.map(({ id }) => id)).size).toBe(dashboard.panels.length);
    for (const { title, type, gridPos, targets = [] } of dashboard.panels) {
      expect([title, type === 'row' || targets.length > 0]).toEqual([title, true]);
      expect(gridPos.x + gridPos.w).toBeLessThanOrEqual(24);
      for (let x = gridPos.x; x < gridPos.x + gridPos.w; x += 1)
        for (let y = gridPos.y; y < gridPos.y + gridPos.h; y += 1) {
          expect([title, places.has(`${x},${y}`)]).toEqual([title, false]);
          places.add(`${x},${y}`);
        }
    }
  });
});

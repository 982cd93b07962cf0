import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A span as it came over OTLP; attributes by name. */
export type ReceivedSpan = {
  name: string;
  traceId: string;
  spanId: string;
  parentSpanId: string | undefined;
  hasFailed: boolean;
  attributes: Record<string, string>;
};

export type Collector = {
  url: string;
  spans: ReceivedSpan[];
  /** Everything that was sent, as it came. */
  texts: string[];
  serviceNames: Set<string>;
  close(): Promise<void>;
};

type Attribute = { key: string; value: { stringValue?: string } };
type Exported = {
  resourceSpans: {
    resource: { attributes: Attribute[] };
    scopeSpans: {
      spans: {
        name: string;
        traceId: string;
        spanId: string;
        parentSpanId?: string;
        status?: { code?: number };
        attributes: Attribute[];
      }[];
    }[];
  }[];
};

/** A collector of OTLP over HTTP with JSON; `status` is what it answers. */
export async function startCollector({ status = 200 } = {}): Promise<Collector> {
  const collector = { spans: [] as ReceivedSpan[], texts: [] as string[], serviceNames: new Set<string>() };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const isTraces = request.method === 'POST' && request.url === '/v1/traces';
      if (isTraces) take(collector, Buffer.concat(chunks).toString());
      response.writeHead(isTraces ? status : 404, { 'content-type': 'application/json' }).end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    ...collector,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function take(collector: Pick<Collector, 'spans' | 'texts' | 'serviceNames'>, text: string): void {
  collector.texts.push(text);
  for (const { resource, scopeSpans } of (JSON.parse(text) as Exported).resourceSpans) {
    collector.serviceNames.add(toRecord(resource.attributes)['service.name'] ?? '');
    for (const { name, traceId, spanId, parentSpanId, status, attributes } of scopeSpans.flatMap(
      ({ spans }) => spans,
    )) {
      const hasFailed = status?.code === 2;
      collector.spans.push({
        name,
        traceId,
        spanId,
        parentSpanId,
        hasFailed,
        attributes: toRecord(attributes),
      });
    }
  }
}

const toRecord = (attributes: Attribute[]): Record<string, string> =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, value.stringValue ?? '']));

import axios, { AxiosError } from 'axios';
import type { AxiosAdapter, AxiosResponse, InternalAxiosRequestConfig } from 'axios';
import type { Zaf } from '../zaf/connectZaf';
import type { SdkRequest } from '../zaf/sdkClient';

/** What every call of one server adds to the SDK's options. */
export type SdkExtra = Pick<SdkRequest, 'secure' | 'jwt'>;

/** Lets axios speak through Zendesk instead of through the browser: see `client.request`, zendesk.md 2.4. */
export function toZafAdapter(zaf: Zaf, extra: SdkExtra = {}): AxiosAdapter {
  return async (config) => {
    try {
      return toResponse(await zaf.request(toSdkRequest(config, extra), config.timeout ?? 0), 200, config);
    } catch (failure) {
      const response = toFailedResponse(failure, config);
      // An empty answer of success is a failure for Zendesk's proxy when it expects JSON.
      if (response && response.status < 300) return response;
      throw new AxiosError(
        'Call through Zendesk failed',
        AxiosError.ERR_NETWORK,
        config,
        undefined,
        response,
      );
    }
  };
}

function toSdkRequest(config: InternalAxiosRequestConfig, extra: SdkExtra): SdkRequest {
  const { 'Content-Type': contentType, ...headers } = config.headers.toJSON(true);
  const request: SdkRequest = {
    url: axios.getUri(config),
    type: (config.method ?? 'get').toUpperCase(),
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
    ...(config.responseType === 'text' && { dataType: 'text' }),
    ...extra,
  };
  return typeof config.data === 'string'
    ? { ...request, data: config.data, contentType: String(contentType ?? 'application/json') }
    : request;
}

function toResponse(data: unknown, status: number, config: InternalAxiosRequestConfig): AxiosResponse {
  return { data, status, statusText: '', headers: {}, config };
}

/** Zendesk rejects with jQuery's shape: `status` 0 when no answer came, else the answer's text. */
function toFailedResponse(failure: unknown, config: InternalAxiosRequestConfig): AxiosResponse | undefined {
  if (typeof failure !== 'object' || failure === null || !('status' in failure)) return undefined;
  const status = Number(failure.status);
  if (!status) return undefined;
  const data = 'responseJSON' in failure ? failure.responseJSON : undefined;
  const text = 'responseText' in failure ? failure.responseText : undefined;
  return toResponse(data ?? readJson(text), status, config);
}

/** Where text was asked for, a refusal is JSON all the same, and nobody has read it. */
function readJson(text: unknown): unknown {
  if (typeof text !== 'string') return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

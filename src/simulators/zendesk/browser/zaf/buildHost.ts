import { answerEach } from './ApiError';
import { answerRequest } from './answerRequest';
import { parseAppMessage } from './parseAppMessage';
import type { AppMessage } from './parseAppMessage';
import type { HostPage, Instance } from './HostPage';
import { invokeAction } from './invokeAction';
import { buildContext, readPath } from './readPath';
import { buildSaveHook, SAVE_HOOK } from './buildSaveHook';
import { writePath } from './writePath';

/** The host's end of the wire to one instance of the app. */
export type Host = {
  /** Takes a message that came from the instance's frame. */
  receive(posted: unknown): void;
  /** Sends an event, if the app has subscribed to it. */
  emit(event: string, data?: unknown): void;
  /** Lets the app speak before a save: undefined when it agrees or does not ask, else the reason why not. */
  askBeforeSave(): Promise<string | undefined>;
};

/** Events that an app gets once, when it first listens: its handlers come after the frame has been shown. */
const ACTIVATIONS = ['app.activated', 'pane.activated'];

/** Speaks the app framework's protocol (zendesk.md 1.2 and 1.3); `post` sends a message into the frame. */
export function buildHost(page: HostPage, instance: Instance, post: (message: object) => void): Host {
  let subscriptions = new Map<string, number>();
  const saveHook = buildSaveHook(post);

  const emit = (event: string, data?: unknown) => {
    if ((subscriptions.get(event) ?? 0) > 0) post({ key: `zaf.${event}`, message: data });
  };
  const answer = (id: number, calls: [string, () => unknown][]) => {
    post({ id, result: answerEach(calls) });
  };
  const register = () => {
    // A frame that was loaded again has no subscriptions left.
    subscriptions = new Map();
    post({
      key: 'zaf.app.registered',
      message: { metadata: buildMetadata(page), context: buildContext(page, instance) },
    });
  };
  const subscribe = (event: string, count: number) => {
    const isFirst = !subscriptions.has(event);
    subscriptions.set(event, count);
    if (isFirst && ACTIVATIONS.includes(event)) emit(event, { firstLoad: true });
  };
  const act = (message: AppMessage): void => {
    switch (message.kind) {
      case 'handshake':
        return register();
      case 'subscription':
        return subscribe(message.event, message.count);
      case 'trigger':
        return emit(message.event, message.data);
      case 'get':
        return answer(
          message.id,
          message.paths.map((path) => [path, () => readPath(path, page, instance)]),
        );
      case 'set':
        return answer(
          message.id,
          message.values.map(([path, value]) => [path, () => writePath(path, value, page)]),
        );
      case 'invoke':
        return answer(
          message.id,
          message.actions.map(([name, args]) => [name, () => invokeAction(name, args, page, instance)]),
        );
      case 'request':
        void answerRequest(message.options, page.rest, location.origin).then(({ outcome, responseArgs }) => {
          emit(`${message.key}.${outcome}`, { responseArgs });
        });
        return;
      case 'reply':
        if (message.hook === SAVE_HOOK) saveHook.answer(message.veto);
    }
  };

  return {
    receive: (posted) => {
      const message = parseAppMessage(posted);
      if (message) act(message);
    },
    emit,
    askBeforeSave: async () => ((subscriptions.get(SAVE_HOOK) ?? 0) > 0 ? saveHook.ask() : undefined),
  };
}

function buildMetadata({ app: { appId, name, version, installationId, settings } }: HostPage) {
  return { appId, name, version, installationId, settings };
}

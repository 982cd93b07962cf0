import type { EventEmitter } from 'node:events';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SimUser } from './entities/SimUser';
import type { World } from './world/World';

/** What the pages (agent page, help center) get from the core. They call the REST API for everything they change. */
export type PagesDeps = {
  sessions: Sessions;
  /** The installed app, undefined when the simulator runs without a package. */
  installation():
    | {
        appId: number;
        installationId: number;
        name: string;
        manifest: unknown;
        settings: Record<string, unknown>;
        requirements: { identifier: string; requirement_id: number | string; requirement_type: string }[];
      }
    | undefined;
  /** Base of the app's assets on the second origin, with the slash: `http://localhost:4003/<appId>/`. */
  assetsUrl(): string;
  /** Whether the theme of the help center has a script of its own, served as `/pages/theme.js`. */
  hasThemeScript: boolean;
  /** For reading users, tickets and fields. */
  world: World;
  /**
   * Emits `ticket.updated` with (ticketId: number, actorId: number) after each create and update, and `user.updated`
   * with (userId: number) after each update of a person; and `app.notified` with an AppNotification.
   */
  events: EventEmitter;
};

/** An event for the open instances of the app, of every agent or of the one who is named. */
export type AppNotification = { event: string; body: unknown; agentId: number | undefined };

/** Signing in by cookie; the same cookie gives the user's own rights on `/api/v2/*`. */
export type Sessions = {
  userOf(request: FastifyRequest): SimUser | undefined;
  /** Sets the cookie on the reply; false when nobody has this address. */
  signIn(reply: FastifyReply, email: string): boolean;
};

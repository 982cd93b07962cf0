import * as z from 'zod/mini';

/**
 * The event that the bridge lets Zendesk fire in every open sidebar when it has decided about tickets or read accounts. The
 * SDK calls it `api_notification.` and this name. It may not come, come twice, or tell of nothing new: it is a hint to read again.
 */
export const SIDEBAR_NEWS_EVENT = 'support_credits_changed';

/** Which tickets and which accounts of billing may have changed; a sidebar that shows none of them has nothing to do. */
export const sidebarNewsSchema = z.object({
  ticketIds: z.array(z.string()),
  billingAccountIds: z.array(z.string()),
});

export type SidebarNews = z.infer<typeof sidebarNewsSchema>;

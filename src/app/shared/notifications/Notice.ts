/** One message to the agent about something that just happened. */
export type Notice = { tone: 'success' | 'info' | 'warning' | 'error'; title: string; text?: string };

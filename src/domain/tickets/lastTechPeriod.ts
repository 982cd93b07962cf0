import type { Line } from '../line/line';

/** What happened to the line of a ticket, and the public replies of agents; both oldest first, times in ISO 8601. */
export type LineHistory = {
  lineChanges: readonly { line: Line | undefined; at: string; actorId: string }[];
  agentReplies: readonly { at: string }[];
};

/**
 * R6: who brought the ticket to technical support last, and whether an agent replied in public while it stood there;
 * undefined when it never did. What is said in the very change that hands the ticket over or back is no technical reply:
 * it says where the ticket goes.
 */
export function readLastTechPeriod({
  lineChanges,
  agentReplies,
}: LineHistory): { handedOverBy: string; wasAnswered: boolean } | undefined {
  const start = lineChanges
    .map(({ line }, index) => line === 'tech' && lineChanges[index - 1]?.line !== 'tech')
    .lastIndexOf(true);
  const handOver = lineChanges[start];
  if (handOver === undefined) return undefined;
  const handBack = lineChanges.slice(start).find(({ line }) => line !== 'tech');
  const wasAnswered = agentReplies.some(
    ({ at }) => at > handOver.at && (handBack === undefined || at < handBack.at),
  );
  return { handedOverBy: handOver.actorId, wasAnswered };
}

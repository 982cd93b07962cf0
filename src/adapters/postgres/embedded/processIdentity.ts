import { readFileSync } from 'node:fs';

/** Whether a process with this number lives, ours or another user's. */
export function isProcessAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * What tells this life of a process number from another one: boot and start time, as Linux gives them. Numbers come
 * round again, most of all in containers, where the restarted service often gets its old number.
 * Empty where the system does not say; then the number alone has to do.
 */
export function readProcessIdentity(pid: number): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // proc(5): the name in parentheses may hold blanks; field 22, the start time, is the 20th after it.
    const startTime = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
    return `${boot}:${startTime}`;
  } catch {
    return '';
  }
}

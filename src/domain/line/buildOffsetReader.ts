/**
 * By how much the clocks of a time zone (a name of IANA) are ahead of UTC at a moment, in milliseconds since 1970. Whole
 * seconds: local mean times of the past had them.
 */
export function buildOffsetReader(timeZone: string): (atMs: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return (atMs) => {
    const wholeSecondMs = Math.floor(atMs / 1_000) * 1_000;
    const parts = new Map(
      format.formatToParts(wholeSecondMs).map(({ type, value }) => [type, Number(value)]),
    );
    const read = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
    const day = Date.UTC(read('year'), read('month') - 1, read('day'));
    const time = ((read('hour') * 60 + read('minute')) * 60 + read('second')) * 1_000;
    return day + time - wholeSecondMs;
  };
}

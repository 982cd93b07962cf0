/**
 * Loaded before a bridge by `--require`: its clock is off by so many milliseconds as stand in its file in the folder
 * CLOCK_FOLDER, from one moment to the next, as when somebody sets the clock of the machine. Timers go by another clock, here as
 * there.
 */
const { readFileSync } = require('node:fs');
const { join } = require('node:path');

const LOOK_PAUSE_MS = 50;
const file = join(process.env.CLOCK_FOLDER, process.env.PORT);
const RealDate = Date;
let offsetMs = 0;

class ShiftedDate extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(RealDate.now() + offsetMs);
    else super(...given);
  }

  static now() {
    return RealDate.now() + offsetMs;
  }
}

const look = () => {
  try {
    offsetMs = Number(readFileSync(file, 'utf8'));
  } catch {
    // Nobody has set it yet.
    offsetMs = 0;
  }
};
look();
setInterval(look, LOOK_PAUSE_MS).unref();
globalThis.Date = ShiftedDate;

// The reference's clock, which scenarios may move forward: session expiry and freshness take days otherwise.
const SystemDate = Date;
let offset = 0;

globalThis.Date = class Date extends SystemDate {
  constructor(...parts) {
    if (parts.length === 0) super(SystemDate.now() + offset);
    else super(...parts);
  }
  static now() {
    return SystemDate.now() + offset;
  }
};

export function advanceClock(milliseconds) {
  offset += milliseconds;
}

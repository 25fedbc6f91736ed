// What a scenario is and how one run of it against one server becomes a transcript: the list of calls with their normalised answers.
import { Browser } from "./browser.mjs";
import { Normaliser } from "./normalise.mjs";
import { Wallet } from "./wallet.mjs";

const scenarios = [];

/** `profile` names an entry of profiles.mjs; `clock` says that the scenario moves time forward. */
export function scenario(name, run, { profile = "standard", clock = false } = {}) {
  scenarios.push({ name, run, profile, clock });
}

export const registered = () => scenarios;

export async function transcriptOf({ name, run }, server) {
  const transcript = [];
  const normaliser = new Normaliser(server);
  const open = (always) => new Browser({ server, transcript, normaliser, always });
  const slug = name.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
  const actor = {
    name: slug,
    server,
    /** An address of this scenario's own. */
    address: (who) => `${who}.${slug}@wire.test`,
    /** A phone number of this scenario's own; fictitious ones are too few for all scenarios. */
    number: (who) => numberOf(`${slug}/${who}`),
    /** A browser on the server's own origin, as the client library sees it. */
    browser: () => open({
      origin: server.origin, "sec-fetch-site": "same-origin", "sec-fetch-mode": "cors", "sec-fetch-dest": "empty",
    }),
    /** A program that sends no header of its own accord. */
    program: () => open({}),
    /** A program that says it wants JSON: what follows a mailed link this way is not a mail scanner. */
    script: () => open({ accept: "application/json" }),
    /** A wallet of this scenario's own. */
    wallet: (who) => new Wallet(server, `${slug} ${who}`),
    /** What the client library handed to its caller. */
    result: (call, { data, error }) =>
      transcript.push({ request: `result of ${call}`, body: { data: normaliser.value(data), error: normaliser.value(error) } }),
    /** Which of some texts are on a page: pages are ours, only their message is compared. */
    shows: (answer, texts) =>
      transcript.push({ request: "the page shows", body: Object.fromEntries(texts.map((text) => [text, answer.text.includes(text)])) }),
    /** Long enough for the reference to issue a different link: its tokens count in seconds. */
    pause: () => new Promise((resolve) => setTimeout(resolve, 1_100)),
    /** The link in the next mail to an address. */
    link: async (to) => {
      const link = await server.mailbox.link(to);
      transcript.push({ request: `mail to ${to}`, body: link === null ? "none came" : normaliser.text(link) });
      if (link === null) throw new Error(`no mail came to ${to}`);
      return link;
    },
    /** The code in the next mail to an address; other runs draw other ones, so it is known by its number only. */
    code: async (to) => {
      const code = await server.mailbox.code(to);
      transcript.push({ request: `code to ${to}`, body: code === null ? "none came" : normaliser.code(code) });
      if (code === null) throw new Error(`no code came to ${to}`);
      return code;
    },
    /** The code in the next text message to a number. */
    textedCode: async (to) => {
      const code = await server.texts.code(to);
      transcript.push({ request: `text message to ${to}`, body: code === null ? "none came" : normaliser.code(code) });
      if (code === null) throw new Error(`no text message came to ${to}`);
      return code;
    },
    /** The token of an invitation of the operator's. */
    invite: (email) => server.invite(email),
    /** How many more mails came for an address. */
    mails: async (to) => transcript.push({ request: `further mails to ${to}`, body: await server.mailbox.count(to) }),
    advance: (milliseconds) => server.advance(milliseconds),
  };
  actor.signUp = async (who, extra = {}) => {
    const person = actor.browser();
    person.email = actor.address(who);
    await person.client.signUp.email({ name: who, email: person.email, password: PASSWORD, ...extra });
    return person;
  };
  actor.signUpVerified = async (who) => {
    const person = await actor.signUp(who);
    await person.get(await actor.link(person.email));
    return person;
  };
  /** Another browser of the same person. */
  actor.signIn = async (who, extra = {}) => {
    const person = actor.browser();
    person.email = actor.address(who);
    await person.client.signIn.email({ email: person.email, password: PASSWORD, ...extra });
    return person;
  };
  try {
    await run(actor);
  } catch (error) {
    transcript.push({ request: BROKEN, body: `broke: ${error.message}` });
  }
  return transcript;
}

const numbers = new Map();

function numberOf(owner) {
  if (!numbers.has(owner)) numbers.set(owner, `+1201555${String(100 + numbers.size).padStart(4, "0")}`);
  return numbers.get(owner);
}

/** The name of the call that stands for a scenario that could not go on. */
export const BROKEN = "the scenario itself";
export const PASSWORD = "correct horse battery";
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

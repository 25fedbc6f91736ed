// A local mail server that keeps what arrives, so that scenarios can follow the links in it.
import { SMTPServer } from "smtp-server";
import PostalMime from "postal-mime";

const PATIENCE = 5_000;
const MOMENT = 1_000;
/** Six digits, in two groups where they are to be read by people. */
const CODE = /(?<![\w/=-])\d{3} ?\d{3}(?![\w-])/;

export class Mailbox {
  #mails = [];
  #server;

  static async open(port = 0) {
    const mailbox = new Mailbox();
    mailbox.#server = new SMTPServer({
      authOptional: true,
      disabledCommands: ["STARTTLS"],
      onData: (stream, session, done) => {
        read(stream).then((mail) => {
          for (const { address } of session.envelope.rcptTo) mailbox.#mails.push({ to: address.toLowerCase(), text: mail.text ?? "" });
          done();
        }, done);
      },
    });
    await new Promise((resolve) => mailbox.#server.listen(port, "127.0.0.1", resolve));
    mailbox.port = mailbox.#server.server.address().port;
    return mailbox;
  }

  /** Takes the oldest unread mail for an address whose first link leads into the interface, and returns that link. Notices (that the
   *  password was changed, say), which Vestibule sends beyond the reference, lead to pages and are left. */
  async link(to) {
    const mail = await this.#take((mail) => mail.to === to && firstLink(mail).includes("/api/auth/"));
    return mail && firstLink(mail);
  }

  /** Takes the oldest unread mail for an address with a code in it, and returns that code. */
  async code(to) {
    const mail = await this.#take((mail) => mail.to === to && CODE.test(mail.text));
    return mail && CODE.exec(mail.text)[0].replace(" ", "");
  }

  async #take(wanted) {
    const deadline = Date.now() + PATIENCE;
    for (;;) {
      const index = this.#mails.findIndex(wanted);
      if (index >= 0) return this.#mails.splice(index, 1)[0];
      if (Date.now() > deadline) return null;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** How many unread mails there are for an address a moment later, or some moments where there is none: a busy machine is slow to
   *  deliver. Forgets them. */
  async count(to) {
    for (let moments = 0; moments < 3; moments++) {
      await new Promise((resolve) => setTimeout(resolve, MOMENT));
      if (this.#mails.some((mail) => mail.to === to)) break;
    }
    const before = this.#mails.length;
    this.#mails = this.#mails.filter((mail) => mail.to !== to);
    return before - this.#mails.length;
  }

  close() {
    return new Promise((resolve) => this.#server.close(resolve));
  }
}

async function read(stream) {
  const chunks = [];
  for await (const chunk of stream) chunks.push(chunk);
  return PostalMime.parse(Buffer.concat(chunks));
}

const firstLink = (mail) => /https?:\/\/[^\s<>"]+/.exec(mail.text)?.[0] ?? "";

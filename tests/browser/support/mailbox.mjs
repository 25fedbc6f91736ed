// The mails and text messages that the server under test caught instead of sending.
import { mailbox } from './server.mjs';

const MAIL_LIMIT_MS = 10000;

/** Waits until the mailbox holds a mail to this address with such a link, and gives the newest; it lists the newest last. */
export async function linkMailedTo(address, pattern) {
  const deadline = Date.now() + MAIL_LIMIT_MS;
  while (Date.now() < deadline) {
    const mails = await (await fetch(mailbox)).json();
    const links = mails.filter((mail) => [mail.to].flat().some((to) => to.includes(address))).flatMap((mail) => mail.links);
    const link = links.findLast((candidate) => pattern.test(candidate));
    if (link !== undefined) return link;
    await new Promise((resolve) => { setTimeout(resolve, 100); });
  }
  throw new Error(`no mail to ${address} with a link like ${pattern} within ${MAIL_LIMIT_MS} ms`);
}

/** Waits for a mail to this address in the mailbox of a server of the suite's own, one that `isIt`, and gives the newest. */
export async function newestMail(ownMailbox, address, isIt = () => true) {
  const deadline = Date.now() + MAIL_LIMIT_MS;
  while (Date.now() < deadline) {
    const mails = await (await fetch(ownMailbox)).json();
    const mail = mails.findLast((candidate) => [candidate.to].flat().some((one) => one.includes(address)) && isIt(candidate));
    if (mail !== undefined) return mail;
    await new Promise((resolve) => { setTimeout(resolve, 100); });
  }
  throw new Error(`no mail to ${address} within ${MAIL_LIMIT_MS} ms`);
}

/** Waits for a text message to this number at a server of the suite's own, and gives the code in it: in the first, or in that of this count. */
export async function codeTextedTo(ownServer, number, count = 1) {
  const deadline = Date.now() + MAIL_LIMIT_MS;
  while (Date.now() < deadline) {
    const texts = await (await fetch(`${ownServer}/dev/text-messages.json`)).json();
    const codes = texts.filter(({ to }) => to === number).map(({ code }) => code);
    if (codes.length >= count) return codes[count - 1];
    await new Promise((resolve) => { setTimeout(resolve, 100); });
  }
  throw new Error(`no text message to ${number} within ${MAIL_LIMIT_MS} ms`);
}

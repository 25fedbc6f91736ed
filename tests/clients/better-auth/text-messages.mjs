// A local gateway that keeps the text messages that arrive, so that scenarios can read the codes in them. It takes what our
// configuration of the reference posts, and Vestibule's webhook.
import http from "node:http";

const PATIENCE = 5_000;

export class TextMessages {
  #messages = [];
  #server;

  static async open() {
    const messages = new TextMessages();
    messages.#server = http.createServer((request, response) => {
      let body = "";
      request.on("data", (chunk) => (body += chunk));
      request.on("end", () => {
        const { to, body: text, data } = JSON.parse(body);
        messages.#messages.push(data ? { to: data.to, text: data.text } : { to, text });
        response.end();
      });
    });
    await new Promise((resolve) => messages.#server.listen(0, "127.0.0.1", resolve));
    messages.port = messages.#server.address().port;
    return messages;
  }

  /** Takes the oldest unread message for a number, and returns the code in it. */
  async code(to) {
    const deadline = Date.now() + PATIENCE;
    for (;;) {
      const index = this.#messages.findIndex((message) => message.to === to);
      if (index >= 0) return /\d{6}/.exec(this.#messages.splice(index, 1)[0].text)[0];
      if (Date.now() > deadline) return null;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  close() {
    return new Promise((resolve) => this.#server.close(resolve));
  }
}

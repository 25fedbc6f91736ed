// Listens on this machine, and hands over only what Vestibule signed. What `handle` returns is the answer.
import { createServer } from "node:http";
import { Webhook } from "standardwebhooks";

export function listen(port, secret, handle) {
  const webhook = new Webhook(secret);
  const server = createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString();
    let message;
    try {
      message = webhook.verify(body, request.headers); // throws for a wrong signature or an old one
    } catch {
      return response.writeHead(401).end();
    }
    try {
      const answer = await handle(message, request.headers["webhook-id"]);
      if (answer === undefined) return response.writeHead(204).end();
      response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(answer));
    } catch (error) {
      console.error(error);
      response.writeHead(500).end(); // a webhook is sent again; an action does what its `on_failure` says
    }
  });
  server.listen(port, "127.0.0.1");
  return server;
}

// Webhook for `user.created`: says so in a channel (Slack, Mattermost, Discord with /slack at the end).
import { listen } from "./listen.mjs";

const { PORT, SECRET, CHANNEL_URL } = process.env;

listen(PORT, SECRET, async ({ type, data }) => {
  if (type !== "user.created") return;
  const answer = await fetch(CHANNEL_URL, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ text: `New: ${data.user?.name ?? data.user_id}` }),
  });
  if (!answer.ok) throw new Error(`the channel answered ${answer.status}`);
});

// Webhook for `user.created` and `user.deleted`: a customer at Stripe for each account. An event can come twice, so its id is the
// idempotency key. Other services are the same but for address and names: see docs/webhooks.md.
import { listen } from "./listen.mjs";

const { PORT, SECRET, STRIPE_URL = "https://api.stripe.com", STRIPE_KEY } = process.env;

async function stripe(method, path, form, key) {
  const answer = await fetch(STRIPE_URL + path, {
    method,
    headers: { authorization: `Bearer ${STRIPE_KEY}`, ...(key && { "idempotency-key": key }) },
    body: form && new URLSearchParams(form),
  });
  if (!answer.ok) throw new Error(`Stripe answered ${answer.status}`);
  return answer.json();
}

listen(PORT, SECRET, async ({ type, data }, id) => {
  if (type === "user.created" && data.user && !data.user.is_anonymous) {
    await stripe("POST", "/v1/customers", { email: data.user.email, name: data.user.name, "metadata[user_id]": data.user_id }, id);
  }
  if (type === "user.deleted") {
    const query = new URLSearchParams({ query: `metadata['user_id']:'${data.user_id}'` });
    const found = await stripe("GET", `/v1/customers/search?${query}`);
    for (const customer of found.data) await stripe("DELETE", `/v1/customers/${customer.id}`);
  }
});

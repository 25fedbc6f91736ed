// Action at `token` and `session`: apps are told the plan of a customer.
import { listen } from "./listen.mjs";

const { PORT, SECRET } = process.env;
const plans = new Map([["ada@example.com", "gold"]]); // yours is in a database

listen(PORT, SECRET, ({ user }) => ({
  decision: "allow",
  changes: user ? { plan: plans.get(user.email) ?? "free" } : {},
}));

// Action at `before_sign_up`: only addresses of one domain get an account.
import { listen } from "./listen.mjs";

const { PORT, SECRET, DOMAIN = "example.com" } = process.env;

listen(PORT, SECRET, ({ user }) =>
  user.email.endsWith(`@${DOMAIN}`)
    ? { decision: "allow" }
    : { decision: "refuse", code: "STAFF_ONLY", message: `Sign up with your address at ${DOMAIN}.` },
);

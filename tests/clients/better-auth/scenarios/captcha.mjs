import { PASSWORD, scenario } from "../scenario.mjs";

const NEW = "another good password";

for (const provider of ["cloudflare-turnstile", "google-recaptcha", "hcaptcha", "captchafox"]) {
  const profile = `captcha by ${provider}`;
  const answered = (answer) => ({ "x-captcha-response": answer });

  scenario(`captcha of ${provider}`, async ({ program, address }) => {
    const email = address("ann");
    const account = { name: "Ann", email, password: PASSWORD };
    await program().post("/sign-up/email", account, { note: "no answer" });
    await program().post("/sign-up/email", account, { note: "an empty answer", headers: answered("") });
    for (const answer of ["bad", "broken", "low score", "good"]) {
      await program().post("/sign-up/email", { ...account, email: address(answer.replace(" ", "")) }, { note: answer, headers: answered(answer) });
    }
    await program().post("/sign-in/email", { email: address("good"), password: PASSWORD }, { note: "sign-in, no answer" });
    await program().post("/sign-in/email", { email: address("good"), password: PASSWORD }, { note: "sign-in, good", headers: answered("good") });
    await program().post("/sign-in/email", { email: address("good"), password: NEW }, { note: "sign-in, wrong", headers: answered("high score") });
    await program().post("/request-password-reset", { email }, { note: "reset, no answer" });
    await program().post("/request-password-reset", { email }, { note: "reset, bad", headers: answered("bad") });
    await program().post("/request-password-reset", { email }, { note: "reset, good", headers: answered("good") });
    await program().post("/sign-up/email", {}, { note: "no answer before anything else" });
    await program().get("/get-session", { note: "not guarded" });
    await program().get("/ok", { note: "not guarded either" });
  }, { profile });
}

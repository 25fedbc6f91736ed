// Runs every scenario against the reference and against TARGET and compares the two transcripts call by call.
// TARGET=reference (default) | vestibule | base URL; ONLY=regular expression on scenario names; RECORD=file for the reference's transcripts.
import { appendFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expectedAnswers, withoutTolerated } from "./differences.mjs";
import { explain } from "./explain.mjs";
import { profiles } from "./profiles.mjs";
import { BROKEN, registered, transcriptOf } from "./scenario.mjs";
import { start } from "./servers.mjs";
import { startStandIn } from "./stand-ins.mjs";

const target = process.env.TARGET || "reference";
const only = new RegExp(process.env.ONLY || "", "i");
const record = process.env.RECORD;
/** How many profiles are compared at the same time. */
const AT_ONCE = Number(process.env.AT_ONCE || 2);
const folder = path.join(import.meta.dirname, "scenarios");
for (const file of readdirSync(folder).sort()) await import(path.join(folder, file));

const count = { passed: 0, failed: 0, skipped: 0 };
if (record) writeFileSync(record, "");

// Profiles are independent of each other, and much of a scenario is waiting; but a record has one order, and a server that already
// runs one mailbox.
const oneByOne = record || !["reference", "vestibule"].includes(target);
const waiting = Object.entries(profiles);
const worker = async () => {
  for (let next = waiting.shift(); next; next = waiting.shift()) await compareUnder(...next);
};
await Promise.all(Array.from({ length: oneByOne ? 1 : AT_ONCE }, worker));

const skipped = count.skipped ? `, ${count.skipped} scenarios skipped` : "";
console.log(`${count.passed} passed, ${count.failed} failed${skipped}`);
process.exitCode = count.failed === 0 ? 0 : 1;

async function compareUnder(name, profile) {
  const chosen = registered().filter((scenario) => scenario.profile === name && only.test(scenario.name));
  if (chosen.length === 0) return;
  if (target !== "reference" && profile.vestibule === null) return skip(chosen.length, `${name}: no such switch on the target`);
  const standIn = profile.standIn ? await startStandIn(profile.standIn) : null;
  const settings = standIn ? profile.at(standIn.port) : profile;
  const [reference, subject] = await Promise.all([start("reference", settings), start(target, settings)]);
  try {
    for (const scenario of chosen) await compare(scenario, reference, subject);
  } finally {
    await Promise.all([reference.stop(), subject.stop(), standIn?.stop()]);
  }
}

async function compare(scenario, reference, subject) {
  if (scenario.clock && !subject.hasClock) return skip(1, `${scenario.name}: the target's clock cannot be moved`);
  const [wanted, got] = await Promise.all([transcriptOf(scenario, reference), transcriptOf(scenario, subject)]);
  if (record) appendFileSync(record, `${JSON.stringify({ scenario: scenario.name, profile: scenario.profile, calls: wanted })}\n`);
  const expected = target === "reference" ? wanted : expectedAnswers(scenario.name, wanted);
  const calls = Math.max(expected.length, got.length);
  for (let at = 0; at < calls; at++) {
    const faults = explain(expected[at], target === "reference" ? got[at] : withoutTolerated(expected[at], got[at]));
    if (got[at]?.request === BROKEN) faults.push(got[at].body);
    if (faults.length === 0) {
      count.passed++;
      continue;
    }
    count.failed++;
    const { request, note } = expected[at] ?? got[at];
    console.log(`\n✗ ${scenario.name} · call ${at + 1}: ${request}${note ? ` (${note})` : ""}`);
    for (const fault of faults) console.log(`    ${fault}`);
  }
}

function skip(scenarios, why) {
  count.skipped += scenarios;
  console.log(`- skipped ${why}`);
}

# Two commands: `make run` starts Vestibule with a demo app, `make test` runs every test. Each installs what it needs on
# Debian and Ubuntu, and says in one line what is missing elsewhere.

.PHONY: run test prove check format docs deny

run:
	scripts/install-build-packages
	cargo build
	@target="$${CARGO_TARGET_DIR:-target}"; exec "$$target/debug/vestibule" dev

test:
	scripts/install-build-packages
	scripts/install-test-packages
	scripts/test

# What takes longer: speed against peers, kill runs, fuzzing, a million users.
prove:
	scripts/install-build-packages
	scripts/install-test-packages
	scripts/prove

check:
	cargo fmt --check
	cargo clippy --all-targets -- -D warnings

format:
	cargo fmt

# The references that are generated from the code.
docs:
	VESTIBULE_UPDATE_DOCS=1 cargo test --test it -- config api::parity

deny:
	cargo deny check bans licenses sources

# The commands of this repository. Each one is a script of scripts/ that says what it does.

.DEFAULT_GOAL := help
.PHONY: help setup build serve dev check test bench fmt accept-size

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | while IFS='	' read -r name text; do \
		printf '  make %-12s %s\n' "$$name" "$$text"; done

serve: ## sets up, builds in release and serves the sample commune on http://127.0.0.1:3000/fr/
	@scripts/serve.sh

dev: ## serves a development build and rebuilds when a file changes
	@scripts/dev.sh

check: ## format, lints and unit tests: the fast part, to run while working
	@scripts/check.sh

test: ## everything: sets up, format, lints, Rust tests on both databases, release build, browsers
	@scripts/test.sh

bench: ## measures the release build: make bench, or make bench ARGS=--record for docs/performance.md
	@scripts/bench.sh $(ARGS)

build: setup ## builds the release and checks what would be shipped
	@scripts/build.sh

setup: ## installs the build tools that are missing
	@scripts/setup.sh build

fmt: ## formats the Rust code
	@cargo fmt --all

accept-size: ## accepts the new size of JavaScript and wasm: make accept-size WHY="what it buys"
	@test -n "$(WHY)" || { echo 'Say why: make accept-size WHY="what the bytes buy"' >&2; exit 1; }
	@node scripts/guard-site.mjs target/site "$(CURDIR)" --record "$(WHY)"

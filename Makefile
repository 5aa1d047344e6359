# Commands of the project. Each sets up what it needs: see scripts/setup.sh.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

PYTHON_RUN := .venv/bin/python
# Commands end with the make that began them, also where that is killed.
export MAKER := $(shell echo $$PPID)
PORT ?= 8000
# The folder of content that a command works on: mkdocs.yml, docs/ and data/.
ROOT = .
ON := $(if $(filter-out .,$(ROOT)),--root "$(ROOT)")
# The value of a variable for the shell, as it was typed: with spaces, quotes and dollar signs.
typed = '$(subst ','\'',$(subst $(newline), ,$(value $(1))))'
define newline


endef
# What was typed after the command, and not what an environment happens to hold: 'NAME=value' ….
variables = $(foreach one,$(sort $(filter-out ROOT TRACE,$(.VARIABLES))),$(if $(filter command,$(firstword $(origin $(one)))),'$(subst ','\'',$(one))='$(call typed,$(one))))
BOOK_OPTIONS = $(if $(value FORMAT),--format $(call typed,FORMAT)) $(if $(value ONLY),--only $(call typed,ONLY))

.PHONY: help
help: ## In bảng lệnh này
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: site
site: setup-site ## Dựng trang web vào site/ (OFFLINE=1: thêm bản zip mở được từ đĩa)
	$(PYTHON_RUN) -m scripts.build $(ON) $(if $(OFFLINE),--offline)

.PHONY: book
book: setup-site setup-book ## Dựng sách PDF và EPUB vào dist/book/ (FORMAT=A4 hoặc A5: thư mục riêng, ONLY=mã; PROOF=1: bản thảo)
	$(PYTHON_RUN) -m scripts.book $(ON) $(BOOK_OPTIONS) $(if $(PROOF),--kind draft)

.PHONY: press
press: setup-site setup-book setup-press ## Dựng tệp cho nhà in vào dist/press/ (ICC=hồ-sơ-màu, GREY=1: ruột một màu)
	$(PYTHON_RUN) -m scripts.book $(ON) --kind press $(BOOK_OPTIONS) $(if $(ICC),--icc "$(ICC)") $(if $(GREY),--grey)

.PHONY: word
word: setup-site setup-word ## Dựng bản Word (.docx) để góp ý vào dist/word/ (ONLY=mã)
	$(PYTHON_RUN) -m scripts.word $(ON) $(if $(value ONLY),--only $(call typed,ONLY)) $(if $(TRACE),--trace)

.PHONY: serve
serve: setup-site ## Xem thử tại máy, tự nạp lại khi lưu bài (PORT=8000)
	$(PYTHON_RUN) -m scripts.serve $(ON) --port $(PORT) $(if $(TRACE),--trace)

.PHONY: rollback
rollback: setup-site ## Đưa bản trước trở lại site/ (TO=mã của bản)
	$(PYTHON_RUN) -m scripts.rollback $(ON) $(if $(TO),--to "$(TO)") $(if $(TRACE),--trace)

.PHONY: verify
verify: setup-site ## Xem bản đã đăng có đúng từng byte một commit không (DIR=thư-mục hoặc URL=địa-chỉ, COMMIT=mã)
	$(PYTHON_RUN) -m scripts.verify $(ON) $(if $(COMMIT),--commit "$(COMMIT)") $(if $(TRACE),--trace) -- "$(or $(URL),$(DIR))"

.PHONY: check
check: setup-site ## Soát dữ liệu và các chương, in từng lỗi kèm cách sửa (SOURCES=thư-mục, BASE=nhánh, STRICT=1)
	$(PYTHON_RUN) -m scripts.check $(ON) $(if $(SOURCES),--sources "$(SOURCES)") $(if $(BASE),--base="$(BASE)") $(if $(STRICT),--strict) $(if $(TRACE),--trace)

.PHONY: test
test: setup-test setup-browser setup-java setup-book setup-press setup-epubcheck setup-word setup-node ## Chạy mọi kiểm thử của dự án
	$(PYTHON_RUN) -m ruff check .
	$(PYTHON_RUN) -m ruff format --check .
	$(PYTHON_RUN) -m mypy
	.venv/bin/lint-imports --no-logo --no-cache
	node_modules/.bin/tsc
	node_modules/.bin/biome lint --error-on-warnings
	node --test tests/javascript/
	$(PYTHON_RUN) -m pytest

.PHONY: new
new: setup-site ## Mở một tổ chức mới (ORGANIZATION=mã NAME="Tên"), thêm một ảnh (PICTURE=tệp), một bản ghi (PERSON, SOURCE, CONGRESS, DOCUMENT, EVENT), một lần thay lãnh đạo (LEADER), đổi tên (RENAMING), hợp nhất (MERGER)
	$(PYTHON_RUN) -m scripts.new $(ON) $(if $(TRACE),--trace) -- $(call variables)

.PHONY: import
import: setup-site ## Đưa một danh sách cấp ủy viên (.xlsx, .csv) vào nhân sự (FILE=tệp ORGANIZATION=mã CITE=nguồn#đoạn APPLY=1: ghi)
	$(PYTHON_RUN) -m scripts.roster $(ON) $(if $(value ORGANIZATION),--organization $(call typed,ORGANIZATION)) $(if $(value POST),--post $(call typed,POST)) $(if $(value CONGRESS),--congress $(call typed,CONGRESS)) $(if $(value CITE),--cite $(call typed,CITE)) $(if $(APPLY),--apply) $(if $(TRACE),--trace) -- $(call typed,FILE)

.PHONY: remarks
remarks: setup-site ## Liệt kê lời góp ý và chỗ sửa (Track Changes) trong một bản Word (FILE=tệp.docx)
	$(PYTHON_RUN) -m scripts.remarks $(ON) $(if $(TRACE),--trace) -- $(call typed,FILE)

.PHONY: source
source: setup-site ## Đưa một tệp Word, PDF, .odt, .txt hay bản quét vào làm nguồn (FILE=tệp ID=mã TITLE="tên" SOURCES=thư-mục AGAIN=1: thay bản cũ PUBLISHED=lý-do LICENCE="căn cứ": công bố cả lời)
	@scripts/setup.sh document $(call typed,FILE) $(if $(INSTALL),install)
	$(PYTHON_RUN) -m scripts.source $(ON) $(if $(value ID),--id $(call typed,ID)) $(if $(value TITLE),--title $(call typed,TITLE)) $(if $(value SOURCES),--sources $(call typed,SOURCES)) $(if $(value PUBLISHED),--published $(call typed,PUBLISHED)) $(if $(value LICENCE),--licence $(call typed,LICENCE)) $(if $(AGAIN),--again) $(if $(TRACE),--trace) -- $(call typed,FILE)

.PHONY: paragraphs
paragraphs: setup-site ## In các đoạn của một nguồn kèm số đoạn, trang (SOURCE=mã SOURCES=thư-mục)
	$(PYTHON_RUN) -m scripts.source $(ON) $(if $(value SOURCES),--sources $(call typed,SOURCES)) $(if $(TRACE),--trace) --paragraphs $(call typed,SOURCE)

.PHONY: draft
draft: setup-site ## Đề nghị dữ kiện mà nguồn nói và dữ liệu chưa có (SOURCE=mã KIND=loại); APPLY=tệp: ghi những mục đã nhận; MEASURE=1: đo
	$(PYTHON_RUN) -m scripts.draft $(ON) $(if $(value SOURCES),--sources $(call typed,SOURCES)) $(if $(value KIND),--kind $(call typed,KIND)) $(if $(value APPLY),--apply $(call typed,APPLY)) $(if $(MEASURE),--measure) $(if $(TRACE),--trace) -- $(call typed,SOURCE)

.PHONY: untold
untold: setup-site ## Mở tại máy trang những điều một nguồn nói mà chưa kể, với các đề nghị (SOURCE=mã SOURCES=thư-mục)
	$(PYTHON_RUN) -m scripts.untold $(ON) $(if $(value SOURCES),--sources $(call typed,SOURCES)) $(if $(TRACE),--trace) -- $(call typed,SOURCE)

.PHONY: changes
changes: setup-site ## Kể bằng lời mọi điều đã đổi so với BASE (TO=commit, FORMAT=text|markdown|json)
	$(PYTHON_RUN) -m scripts.changes $(ON) $(if $(TO),--to="$(TO)") $(if $(FORMAT),--format "$(FORMAT)") $(if $(TRACE),--trace) $(if $(BASE),-- "$(BASE)")

.PHONY: schemas
schemas: setup-site ## Tạo lại data/schemas/ từ mô hình dữ liệu
	$(PYTHON_RUN) -m scripts.schemas $(ON) $(if $(TRACE),--trace)

.PHONY: evidence
evidence: setup-site ## Tạo lại tệp bằng chứng từ các bản chép (SOURCES=thư-mục)
	$(PYTHON_RUN) -m scripts.evidence $(ON) regenerate $(if $(SOURCES),"$(SOURCES)")

.PHONY: relevance
relevance: setup-site setup-node ## Đo xem tìm kiếm đưa chỗ đúng lên đầu bao nhiêu lần (ARGS=--missed)
	@if [[ "$(ARGS)" == *--peers* || "$(ARGS)" == *--cold* ]]; then scripts/setup.sh test && scripts/setup.sh browser; fi
	@if [[ "$(ARGS)" == *--peers* ]]; then scripts/setup.sh peers; fi
	$(PYTHON_RUN) -m scripts.relevance $(ARGS)

.PHONY: bench
bench: setup-site setup-book ## Đo thời gian dựng trang và sách, đặt cạnh công cụ gốc
	$(PYTHON_RUN) -m scripts.bench $(ARGS)

.PHONY: mutants
mutants: setup-test ## Thử xem kiểm thử có phát hiện lỗi nhỏ trong mã (SAMPLE=200 SEED=1)
	$(PYTHON_RUN) -m scripts.mutants $(if $(SAMPLE),--sample $(SAMPLE)) $(if $(SEED),--seed $(SEED)) $(ARGS)

.PHONY: mutate
mutate: setup-site ## Làm sai từng giá trị của dữ liệu, xem phép soát có từ chối không (SOURCES=thư-mục ARGS="--all")
	$(PYTHON_RUN) -m scripts.mutate $(ON) $(if $(SOURCES),--sources "$(SOURCES)") $(if $(TRACE),--trace) $(ARGS)

.PHONY: fuzz
fuzz: setup-site ## Đọc 50.000 tệp bị làm hỏng ngẫu nhiên, xem có gì gãy không (ARGS="--inputs 2000 --seed 7")
	$(PYTHON_RUN) -m scripts.fuzz $(ON) $(ARGS)

.PHONY: kills
kills: setup-site setup-book ## Giết make site, make book giữa chừng, xem còn lại gì (ARGS="--site 10 --book 5")
	$(PYTHON_RUN) -m scripts.kills $(ARGS)

.PHONY: trial
trial: setup-site setup-book ## Dàn 200 cuốn sách ngẫu nhiên và soát chú thích từng trang (ARGS="--books 20", "--stock")
	$(PYTHON_RUN) -m scripts.trial $(ARGS)

.PHONY: pages
pages: setup-test setup-browser setup-java setup-book setup-press setup-epubcheck setup-node ## Xem từng trang, từng tập sách và từng chương EPUB (make test chỉ xem một phần)
	PAGES=all $(PYTHON_RUN) -m pytest tests/browser/test_quality.py tests/book/test_whole_book.py tests/content/test_quality.py tests/content/test_book.py

.PHONY: guide
guide: setup-site setup-test setup-browser ## Vẽ lại các hình của hướng dẫn biên tập từ trang bịa
	$(PYTHON_RUN) -m scripts.guide_pictures

.PHONY: snapshots
snapshots: setup-test ## Ghi lại các mẫu so sánh của kiểm thử
	UPDATE_SNAPSHOTS=1 $(PYTHON_RUN) -m pytest $$(grep -rl --include="test_*.py" snapshots tests)

.PHONY: format
format: setup-site ## Đưa các tệp trong data/ về một mẫu: thứ tự trường, dấu nháy, dấu cách (CHECK=1: chỉ báo)
	$(PYTHON_RUN) -m scripts.form $(ON) $(if $(TRACE),--trace) format $(if $(CHECK),--check)

.PHONY: repair
repair: setup-site ## Sửa những chỗ máy sửa được trong một chương hay tệp dữ liệu (FILE=tệp, DRY=1: chỉ báo)
	$(PYTHON_RUN) -m scripts.form $(ON) $(if $(TRACE),--trace) repair $(if $(DRY),--dry-run) -- $(call typed,FILE)

.PHONY: tidy
tidy: setup-test ## Chỉnh mã Python theo một kiểu
	$(PYTHON_RUN) -m ruff check --fix .
	$(PYTHON_RUN) -m ruff format .

# One after the other: each lock is held to those before it.
LOCK := .venv/bin/uv pip compile --quiet --no-config --no-emit-index-url --no-emit-find-links \
	--generate-hashes --universal --python-version 3.11 --custom-compile-command "make lock"
.PHONY: lock
lock: setup-test ## Khóa lại phiên bản thư viện (UPGRADE=1: lên bản mới)
	$(LOCK) $(if $(UPGRADE),--upgrade) requirements/site.in -o requirements/site.txt
	$(LOCK) $(if $(UPGRADE),--upgrade) -c requirements/site.txt requirements/pdf.in -o requirements/pdf.txt
	$(LOCK) $(if $(UPGRADE),--upgrade) -c requirements/site.txt requirements/word.in -o requirements/word.txt
	$(LOCK) $(if $(UPGRADE),--upgrade) -c requirements/site.txt -c requirements/pdf.txt requirements/test.in -o requirements/test.txt

.PHONY: setup-site setup-test setup-browser setup-java setup-book setup-press setup-epubcheck setup-word setup-node
setup-site:
	@scripts/setup.sh site
setup-test: setup-site
	@scripts/setup.sh test
setup-browser:
	@scripts/setup.sh browser
setup-java:
	@scripts/setup.sh java
setup-book:
	@scripts/setup.sh book
setup-press:
	@scripts/setup.sh press
setup-epubcheck: setup-java
	@scripts/setup.sh epubcheck
setup-word:
	@scripts/setup.sh word
setup-node:
	@scripts/setup.sh node

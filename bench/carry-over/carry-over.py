#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Carries evidence over from the corpus of flat fixtures (format 1) to that of case files (format 2).

    carry-over.py OLD NEW [--write]

OLD and NEW are folders with `corpus/` and `evidence/`. Three things are checked, with a YAML reader and a hash of their own:

  1. each old fixture has the hash that its content has;
  2. each old fixture is, value by value, what its case file says for its platform, and no case file says more;
  3. each line of a ledger names a fixture by its old hash; with --write it gets the new one.

Ends with 1 and changes nothing when one of them does not hold.
"""
import hashlib
import json
import pathlib
import re
import sys

import yaml

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
CONTENT = ("platform", "topology", "process", "operations", "state")
REASONS = ("rule", "intended")
STEP = re.compile(r"  - id: (?P<id>\S+)\n    platform: (?P<platform>\S+)\n    hash: (?P<hash>\S+)\n")


def load(path):
    return yaml.load(path.read_text(encoding="utf-8"), Loader)


def sha256(tree):
    text = json.dumps(tree, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return "sha256:" + hashlib.sha256(text.encode("utf-8")).hexdigest()


def old_hash(fixture):
    return sha256({key: value for key, value in fixture.items() if key != "hash"})


def new_hash(fixture):
    content = {key: fixture[key] for key in CONTENT}
    content["operations"] = [
        {key: value for key, value in step.items() if key not in REASONS} for step in fixture["operations"]
    ]
    return sha256(content)


def flat(case):
    """The flat fixtures of a case file, without format and hash."""
    head = {key: case[key] for key in ("id", "case", "feature", "topology", "process") if key in case}
    for answer in case["answers"]:
        steps = []
        assert len(answer["steps"]) == len(case["operations"])
        for operation, step in zip(case["operations"], answer["steps"]):
            assert step["op"] == operation["op"]
            outcome = {key: value for key, value in step.items() if key not in REASONS + ("op",)}
            reasons = {key: step[key] for key in REASONS if key in step}
            steps.append({**operation, "outcome": outcome, **reasons})
        for platform in answer["platforms"]:
            yield {**head, "platform": platform, "operations": steps, "state": answer["state"]}


def name(fixture):
    return fixture["id"] + ("." + str(fixture["case"]) if "case" in fixture else ""), fixture["platform"]


def main():
    old, new = (pathlib.Path(folder) for folder in sys.argv[1:3])
    write = "--write" in sys.argv[3:]
    problems = []
    before = {}
    hashes = {}
    for path in sorted((old / "corpus").glob("*/*/*.yaml")):
        fixture = load(path)
        if old_hash(fixture) != fixture["hash"]:
            problems.append(f"{path}: its hash is not that of its content")
        hashes[name(fixture)] = (fixture["hash"], new_hash(fixture))
        before[name(fixture)] = {key: value for key, value in fixture.items() if key not in ("format", "hash")}
    print(f"{len(before)} old fixtures have the hash of their content")

    after = set()
    for path in sorted((new / "corpus").glob("*/*.yaml")):
        for fixture in flat(load(path)):
            if name(fixture) in after:
                problems.append(f"{path}: two answers of {fixture['platform']}")
            after.add(name(fixture))
            if fixture != before.get(name(fixture)):
                problems.append(f"{path}: {fixture['platform']} is not as it was")
    problems += [f"{gone}: is in no case file" for gone in sorted(set(before) - after)]
    print(f"{len(after & set(before))} of them compared value by value with the case files, {len(problems)} problems")

    carried = 0
    texts = {}
    for path in sorted((old / "evidence").glob("*.yaml")):

        def renamed(line):
            nonlocal carried
            key = line["id"], line["platform"]
            if hashes.get(key, ("", ""))[0] != line["hash"]:
                problems.append(f"{path}: {key} does not have the hash of its fixture")
                return line[0]
            carried += 1
            return line[0].replace(line["hash"], hashes[key][1])

        text = path.read_text(encoding="utf-8")
        texts[new / "evidence" / path.name] = STEP.sub(renamed, text)
        expected = len(load(path).get("fixtures", []))
        if len(STEP.findall(text)) != expected:
            problems.append(f"{path}: {len(STEP.findall(text))} lines read of {expected}")
    print(f"{carried} lines of {len(texts)} ledgers carried over")
    for problem in problems[:50]:
        print(problem, file=sys.stderr)
    if problems:
        return 1
    if write:
        for path, text in texts.items():
            path.write_text(text, encoding="utf-8")
    return 0


sys.exit(main())

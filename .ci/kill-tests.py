#!/usr/bin/env python3
"""An archive under kill -9, two importers at once, a full disk, a read-only folder, no rights, a limit of a file's size.

usage: kill-tests.py GIJIROKU [--rounds N] [--seed N] [--keep DIR]

Each round runs one command on a small archive and kills it at a random time. After each: `verify` is clean or repairs
what was left, every original that ever was in the archive is there byte for byte, every decision that a program has
reported is in reviews.jsonl, and a decision of several lines is there whole or not at all. The last lines are the figures.
"""
import argparse
import hashlib
import json
import os
import pathlib
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile

PEOPLE = ["関口", "古賀", "三宅", "大貫", "小暮", "江藤"]
PLACES = ["谷側の集会所", "川向こうの広場", "北口の停留所", "旧分校", "水路沿いの道", "朝市の会場"]
THINGS = ["手すりを付け", "案内板を直し", "ベンチを置き", "段差をなくし", "明かりを増やし", "掲示板を移し"]


def minutes(number, corrected=False):
    """Invented minutes, the same for the same number; the corrected ones differ in one remark."""
    dice = random.Random(number)
    month, day = 4 + number % 9, 1 + number % 27
    lines = [
        f"第{number}回 ほたる沢町暮らしの会議 会議録", "",
        f"日時　令和{5 + number // 200}年{month}月{day}日　午後2時～3時", "場所　ほたる沢町役場　2階会議室",
        "出席者　委員長　小野田 稔、委員　関口 ちひろ、事務局　土屋", "", "議事", "（1）地区の要望について", "（2）その他", "",
        "○委員長　議事（1）を事務局からお願いします。",
    ]
    for turn in range(3 + dice.randrange(5)):
        place, thing, person = dice.choice(PLACES), dice.choice(THINGS), dice.choice(PEOPLE)
        lines.append(f"○{person}委員　{place}の{number}番と{turn}番に、{thing}てください。前の会議でもお願いしたところです。")
        month = 1 + dice.randrange(12)
        if corrected and turn == 1:
            month = 1 + month % 12
        lines.append(f"○事務局　{place}は{month}月末までに調べ、次回の会議で報告します。")
    return "\n".join(lines + ["○委員長　以上で終わります。", ""])


class Broken(Exception):
    pass


class Trial:
    def __init__(self, program, folder, seed):
        self.program, self.folder, self.dice = program, pathlib.Path(folder), random.Random(seed)
        self.archive = self.folder / "kaigiroku"
        self.documents = self.folder / "原稿"
        self.documents.mkdir(parents=True)
        self.environment = {"PATH": os.environ["PATH"], "LANG": "ja_JP.UTF-8", "USER": "係長", "SWIFT_BACKTRACE": "enable=no"}
        self.next = 1
        self.corrected = set()
        self.originals = {}  # hash: bytes
        self.decisions = {}  # token: meeting
        self.parts = []  # tokens that belong together
        self.tokens = 0
        self.times = {}
        self.counts = {}
        self.killed = self.repaired = self.ended = 0

    # Running

    def run(self, *words, kill=None, **others):
        """Runs the program; kills it after `kill` seconds. Gives code (None: killed), output, errors."""
        process = subprocess.Popen(
            [self.program, *map(str, words)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=self.environment,
            cwd=self.folder, **others)
        try:
            output, errors = process.communicate(timeout=kill if kill is not None else 120)
            code = process.returncode
        except subprocess.TimeoutExpired:
            if kill is None:
                process.kill()
                process.communicate()
                raise Broken(f"{words} does not end")
            process.kill()
            output, errors = process.communicate()
            code = None
        return code, output.decode(), errors.decode()

    def do(self, *words, code=0, **others):
        got, output, errors = self.run(*words, "--archive", self.archive, **others)
        if got != code:
            raise Broken(f"{words} ended with {got}, not {code}: {output}{errors}")
        return output, errors

    def killing(self, kind, *words):
        """Runs a command that writes and kills it at a random time, about two times in three before its end."""
        usual = self.times.get(kind, 0.3)
        start = time.monotonic()
        code, output, errors = self.run(*words, "--archive", self.archive, kill=self.dice.uniform(0.001, usual * 1.3))
        if code is None:
            self.killed += 1
            # On a busy machine everything takes longer.
            self.times[kind] = usual * 1.12
        else:
            self.ended += 1
            took = time.monotonic() - start
            self.times[kind] = took if kind not in self.times else self.times[kind] * 0.7 + took * 0.3
            if code != 0:
                raise Broken(f"{words} ended with {code}: {errors}")
        return code, output, errors

    # What is done

    def write(self, count):
        names = []
        for _ in range(count):
            path = self.documents / f"第{self.next}回.txt"
            path.write_text(minutes(self.next))
            names.append(path)
            self.next += 1
        return names

    def import_new(self):
        self.killing("import", "import", *self.write(1 + self.dice.randrange(5)))

    def import_again(self):
        """What a killed import did not finish, and what is there already."""
        files = sorted(self.documents.glob("第*回.txt"))
        self.killing("import", "import", *self.dice.sample(files, min(len(files), 6)))

    def import_corrected(self):
        numbers = [n for n in range(1, self.next) if n not in self.corrected]
        if not numbers:
            return
        number = self.dice.choice(numbers)
        path = self.documents / f"訂正{number}.txt"
        path.write_text(minutes(number, corrected=True))
        code, _, _ = self.killing("import", "import", path)
        if code == 0:
            self.corrected.add(number)

    def import_one_by_one(self):
        """Many small segments, which are merged."""
        for path in self.write(3):
            code, _, _ = self.killing("import one", "import", path)
            if code is None:
                return

    def items(self):
        output, _ = self.do("actions", "--format", "json", "--limit", "60")
        return [item for item in json.loads(output)["items"] if not item.get("isMissing")]

    def token(self):
        self.tokens += 1
        return f"札{self.tokens:05d}番"

    def review(self):
        items = self.items()
        if len(items) < 4:
            return
        for item in self.dice.sample(items, 3):
            token = self.token()
            way = self.dice.randrange(4)
            if way == 0:
                words = ["accept", item["id"], "--note", token]
            elif way == 1:
                words = ["set", item["id"], "--status", "done", "--note", token]
            elif way == 2:
                words = ["set", item["id"], "--summary", token]
            else:
                other = token + "乙"
                words = ["split", item["id"], "--part", token + "甲", "--part", other]
                token += "甲"
                self.parts.append((token, other))
            code, output, errors = self.killing("review", "actions", *words)
            # Accepted is what the program has said on its standard output, whatever became of it then.
            if output:
                self.decisions[token] = item["meeting"]
            if code is None:
                return

    def rebuild(self):
        self.killing("rebuild", "rebuild")

    def backup(self):
        target = self.folder / "控え.zip"
        target.unlink(missing_ok=True)
        self.killing("backup", "backup", target)
        if target.exists():
            with zipfile.ZipFile(target) as opened:
                if opened.testzip() is not None:
                    raise Broken("a backup is damaged")
            shutil.rmtree(self.folder / "戻し", ignore_errors=True)
            code, output, errors = self.run("restore", target, "--archive", self.folder / "戻し")
            if code != 0:
                raise Broken(f"a backup is not restored: {errors}")
        for left in self.folder.glob("控え.zip.*.tmp"):
            left.unlink()

    def forget(self):
        meetings = self.list()
        if len(meetings) < 8:
            return
        meeting = self.dice.choice(meetings)
        self.killing("forget", "forget", meeting["id"])
        self.do("verify")
        if any(other["id"] == meeting["id"] for other in self.list()):
            return
        number = int(meeting["title"].split("回")[0].removeprefix("第"))
        gone = {hashlib.sha256(minutes(number, c).encode()).hexdigest() for c in (False, True)}
        for digest in gone:
            if (self.archive / "originals" / digest).exists():
                raise Broken("an original of a forgotten meeting is still there")
            self.originals.pop(digest, None)
        words = f"の{number}番と".encode()
        for path in self.archive.rglob("*"):
            if path.is_file() and words in path.read_bytes():
                raise Broken(f"words of a forgotten meeting are in {path}")
        self.decisions = {token: m for token, m in self.decisions.items() if m != meeting["id"]}
        for path in self.documents.glob(f"*{number}*.txt"):
            if path.name in (f"第{number}回.txt", f"訂正{number}.txt"):
                path.unlink()
        self.corrected.add(number)

    def two_importers(self):
        """At once: one waits or says who holds the lock; one of them may be killed."""
        running = [
            subprocess.Popen(
                [self.program, "import", *map(str, self.write(2)), "--archive", str(self.archive), *more],
                stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=self.environment, cwd=self.folder)
            for more in (["--wait", "60"], ["--wait", "60"] if self.dice.random() < 0.5 else [])
        ]
        victim = None
        if self.dice.random() < 0.6:
            time.sleep(self.dice.uniform(0.002, self.times.get("import", 0.3)))
            victim = self.dice.choice(running)
            victim.kill()
        for number, process in enumerate(running):
            _, errors = process.communicate(timeout=120)
            if process is victim or process.returncode == 0:
                continue
            if number == 1 and process.returncode == 1 and "書き込み中です" in errors.decode():
                self.counts["told who holds the lock"] = self.counts.get("told who holds the lock", 0) + 1
                continue
            raise Broken(f"an importer ended with {process.returncode}: {errors.decode()}")

    def readers(self):
        """Whoever reads while somebody writes is neither blocked nor shown half of anything."""
        writer = subprocess.Popen(
            [self.program, "import", *map(str, self.write(6)), "--archive", str(self.archive)],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=self.environment, cwd=self.folder)
        while writer.poll() is None:
            for words in (["list"], ["actions", "--status", "open"], ["search", "段差"]):
                code, _, errors = self.run(*words, "--archive", self.archive)
                if code not in (0, 1) or "読み取れません" in errors or "壊れ" in errors:
                    raise Broken(f"a reader was told {errors}")

    # What must hold

    def list(self):
        output, _ = self.do("list", "--format", "json")
        found = json.loads(output)
        return found["meetings"] if isinstance(found, dict) else found

    def check(self):
        _, errors = self.do("verify")
        if "archive.settled" in errors:
            self.repaired += 1
        for digest, content in self.originals.items():
            folder = self.archive / "originals" / digest
            names = [p for p in folder.glob("*") if p.name != "about.json"] if folder.exists() else []
            if len(names) != 1 or names[0].read_bytes() != content:
                raise Broken(f"original {digest} is lost")
        for folder in (self.archive / "originals").iterdir():
            if len(folder.name) == 64 and folder.name not in self.originals:
                content = next(p for p in folder.glob("*") if p.name != "about.json").read_bytes()
                if hashlib.sha256(content).hexdigest() != folder.name:
                    raise Broken(f"original {folder.name} is half-written")
                self.originals[folder.name] = content
        text = (self.archive / "reviews.jsonl").read_text() if (self.archive / "reviews.jsonl").exists() else ""
        for token in self.decisions:
            if token not in text:
                raise Broken(f"the decision {token} is lost")
        for first, second in self.parts:
            if (first in text) != (second in text):
                raise Broken(f"half of the decision {first} is there")
        leftovers = [p for p in self.archive.rglob("*.tmp")]
        if leftovers and "archive.settled" not in errors:
            # They harm nobody; the next writer takes them away.
            self.counts["leftovers"] = self.counts.get("leftovers", 0) + 1

    def same_after_rebuild(self):
        """A rebuild gives the same bytes, and the list it gave before."""
        before = self.do("actions", "--format", "csv", "--limit", "0")[0]
        self.do("rebuild")
        first = self.derived()
        self.do("rebuild")
        if self.derived() != first:
            raise Broken("two rebuilds differ")
        if self.do("actions", "--format", "csv", "--limit", "0")[0] != before:
            raise Broken("the action list changed by a rebuild")

    def derived(self):
        return {
            str(p.relative_to(self.archive)): hashlib.sha256(p.read_bytes()).hexdigest()
            for name in ("records", "index", "layouts") for p in sorted((self.archive / name).rglob("*"))
            # Which file the index was compared with last is a matter of this disk.
            if p.is_file() and p.name != "catalog.state"
        }

    def rounds(self, count):
        work = [
            (self.import_new, 5), (self.import_again, 2), (self.import_corrected, 3), (self.import_one_by_one, 3),
            (self.review, 7), (self.rebuild, 3), (self.backup, 1), (self.forget, 2), (self.two_importers, 2),
            (self.readers, 1),
        ]
        self.do("init")
        self.do("import", *self.write(6))
        self.check()
        for number in range(count):
            step = self.dice.choices([w for w, _ in work], [n for _, n in work])[0]
            self.counts[step.__name__] = self.counts.get(step.__name__, 0) + 1
            try:
                step()
                self.check()
            except Broken as problem:
                raise Broken(f"round {number}, {step.__name__}: {problem}")
        self.same_after_rebuild()
        self.check()


def limits(trial):
    """A full disk, a read-only folder, no rights, a limit of a file's size: the old state stays, and it is said why."""
    done = []

    def refused(words, *sayings, **others):
        code, output, errors = trial.run(*words, "--archive", trial.archive, **others)
        if code != 1 or not any(s in errors for s in sayings) or "書き出し" in errors:
            raise Broken(f"{words} ended with {code} and said {errors}")

    def unchanged(before):
        if trial.do("list", "--format", "json")[0] != before:
            raise Broken("the list has changed")

    trial.do("init")
    trial.do("import", *trial.write(3))
    before = trial.do("list", "--format", "json")[0]
    item = trial.items()[0]["id"]
    more = trial.write(40)

    def small():
        resource.setrlimit(resource.RLIMIT_FSIZE, (1500, 1500))

    refused(["import", *more], "大きさの上限", preexec_fn=small)
    trial.do("verify")
    done.append("limit of a file's size")

    if os.getuid() == 0:
        # 65534 is nobody everywhere.
        def nobody():
            os.setgid(65534)
            os.setuid(65534)
        os.chmod(trial.folder.parent, 0o755)
        if trial.run("list", "--archive", trial.archive, preexec_fn=nobody)[0] == 0:
            refused(["import", *more], "権限", preexec_fn=nobody)
            refused(["actions", "accept", item], "権限", preexec_fn=nobody)
            trial.do("verify")
            done.append("no rights")

    place = trial.folder / "小さなディスク"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", place], stderr=subprocess.DEVNULL).returncode == 0
    if not mounted:
        print("  the small disk and the read-only folder are left out: nothing may be mounted here")
        return done
    try:
        trial.archive = place / "kaigiroku"
        trial.do("init")
        trial.do("import", *trial.write(3))
        before = trial.do("list", "--format", "json")[0]
        item = trial.items()[0]["id"]
        with open(place / "ほかのファイル", "wb") as filler:
            # All but a few pages, so that the import begins and cannot end.
            room = os.statvfs(place)
            filler.write(b"x" * (room.f_bavail * room.f_bsize - 20 * room.f_bsize))
        refused(["import", *more], "空き容量", "空きがありません")
        trial.do("verify", "--only-check", code=trial.run("verify", "--only-check", "--archive", trial.archive)[0])
        known = {m["id"] for m in json.loads(before)} if before.startswith("[") else set()
        if not known <= {m["id"] for m in trial.list()}:
            raise Broken("meetings are lost on a full disk")
        with open(place / "もう一つ", "wb", buffering=0) as filler:
            try:
                while filler.write(b"x" * 512):
                    pass
            except OSError:
                pass
        reviews = (trial.archive / "reviews.jsonl").read_bytes() if (trial.archive / "reviews.jsonl").exists() else b""
        code, output, errors = trial.run("actions", "accept", item, "--note", "満杯", "--archive", trial.archive)
        now = (trial.archive / "reviews.jsonl").read_bytes() if (trial.archive / "reviews.jsonl").exists() else b""
        if code == 0 and "満杯".encode() not in now or code != 0 and now != reviews:
            raise Broken(f"a decision on a full disk: {code}, {errors}")
        elsewhere = trial.folder / "大きな控え.zip"
        big = Trial(trial.program, trial.folder / "大", 1)
        big.do("init")
        big.do("import", *big.write(30))
        big.do("backup", elsewhere)
        for words in (["backup", place / "控え.zip", "--archive", big.archive], ["restore", elsewhere, "--archive", place / "戻し"]):
            code, output, errors = trial.run(*words)
            if code != 1 or "空き容量" not in errors or list(place.glob("控え*")) + list(place.glob("戻し*")):
                raise Broken(f"{words[0]} on a full disk ended with {code}: {errors}")
        (place / "ほかのファイル").unlink()
        (place / "もう一つ").unlink()
        trial.do("verify")
        trial.do("import", *more[:5])
        trial.do("verify")
        done.append("full disk")
        before = trial.do("list", "--format", "json")[0]
        subprocess.run(["mount", "-o", "remount,ro", place], check=True)
        unchanged(before)
        trial.do("search", "段差")
        trial.do("actions")
        refused(["import", *more[5:]], "書き込みできない")
        refused(["actions", "accept", item], "書き込みできない")
        refused(["rebuild"], "書き込みできない")
        trial.do("verify")
        trial.do("backup", trial.folder / "読み取り専用から.zip")
        done.append("read-only folder")
        subprocess.run(["mount", "-o", "remount,rw", place], check=True)
        trial.do("verify")
    finally:
        subprocess.run(["umount", place])
    return done


def main():
    words = argparse.ArgumentParser()
    words.add_argument("program")
    words.add_argument("--rounds", type=int, default=200)
    words.add_argument("--seed", type=int, default=1)
    words.add_argument("--keep")
    words = words.parse_args()
    folder = pathlib.Path(tempfile.mkdtemp(prefix="gijiroku-kill-"))
    start = time.monotonic()
    trial = Trial(os.path.abspath(words.program), folder / "a", words.seed)
    try:
        trial.rounds(words.rounds)
        took = time.monotonic() - start
        print(
            f"{words.rounds} rounds, seed {words.seed}: {trial.killed} commands killed, {trial.ended} ended, "
            f"{trial.repaired} times something was left and put right, {len(trial.decisions)} decisions and "
            f"{len(trial.originals)} originals accepted and all there; {took:.0f} s")
        print("  " + ", ".join(f"{name} {count}" for name, count in sorted(trial.counts.items())))
        print("  held under: " + ", ".join(limits(Trial(trial.program, folder / "b", words.seed))))
    except Broken as problem:
        print(f"kill-tests: seed {words.seed}: {problem}", file=sys.stderr)
        if words.keep:
            shutil.copytree(trial.archive, words.keep, dirs_exist_ok=True)
        sys.exit(1)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


main()

#!/usr/bin/env python3
"""Spark の各計算機で gijiroku process を動かし、会議録をまとめて読み取る。
Reads minutes on a Spark cluster: every task pipes its share of the paths through `gijiroku process`.

    spark-submit --master spark://親機:7077 process_minutes.py --gijiroku /opt/gijiroku 一覧.txt 結果

一覧.txt は一行に一つの文書（process の入力と同じ）。文書は、どの計算機からも同じ場所で読めること（共有フォルダなど）。
結果/part-00000, part-00001, … を名前の順につなぐと、一台で実行したときと一バイトも違わない。
"""
import argparse
import json
import shlex

from pyspark.sql import SparkSession


def main():
    arguments = argparse.ArgumentParser(description="gijiroku process on Spark")
    arguments.add_argument("list", help="documents, one a line: paths or JSON, as gijiroku process reads them")
    arguments.add_argument("output", help="folder to be made")
    arguments.add_argument("--gijiroku", default="gijiroku", help="the program on every worker")
    arguments.add_argument("--tasks", type=int, help="parts of the work (default: three for each core)")
    given = arguments.parse_args()

    spark = SparkSession.builder.appName("gijiroku process").getOrCreate()
    context = spark.sparkContext
    # Read here and cut by number of lines: textFile would cut the list by bytes, a short list into one part.
    with open(given.list, encoding="utf-8") as lines:
        documents = [line.rstrip("\r\n") for line in lines if line.strip()]
    tasks = given.tasks or context.defaultParallelism * 3
    shares = context.parallelize(documents, max(1, min(tasks, len(documents))))

    # One thread a task: Spark has a task for each core. Exit code 1 means that some documents could not be read; they
    # are lines with diagnostics in the result, and no reason to run the task again. Anything else is.
    program = shlex.quote(given.gijiroku)
    command = f"LC_ALL=C.UTF-8 {program} process --jobs 1 --lang ja; code=$?; [ $code -le 1 ] || exit $code"
    meetings = shares.pipe(f"sh -c {shlex.quote(command)}", checkCode=True)
    meetings.saveAsTextFile(given.output)

    # Counted from what was written, not by running everything a second time.
    written = context.textFile(given.output)
    results = written.map(json.loads)
    failed = results.filter(lambda result: "meeting" not in result).count()
    answered = results.filter(lambda result: result["input"].get("part", 1) == 1).count()
    print(f"meetings {written.count() - failed}, not read {failed}, tasks {shares.getNumPartitions()}")
    spark.stop()
    if answered != len(documents):
        raise SystemExit(f"{len(documents)} documents went in and {answered} came out: run it again")


if __name__ == "__main__":
    main()

#!/usr/bin/env bash
# 一台で実行した結果と、Spark の独立クラスタ（親機一つ、子機二つ）で実行した結果が、一バイトも違わないことを確かめる。
# One machine and a standalone Spark cluster (a master, two workers on loopback) give the same bytes.
#
#   prove.sh PROGRAM PYTHON [DOCUMENT…]     PYTHON has pyspark; Java 17 or newer is on the PATH
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
program=$(realpath "$1")
python=$2
shift 2

spark=$("$python" -c 'import os, pyspark; print(os.path.dirname(pyspark.__file__))')
work=$(mktemp -d)
started=()
finish() {
    code=$?
    # Only what was started here, by number.
    for process in "${started[@]}"; do kill "$process" 2> /dev/null || true; done
    for process in "${started[@]}"; do wait "$process" 2> /dev/null || true; done
    if [ $code -ne 0 ]; then tail -n 30 "$work"/*.log 2> /dev/null || true; fi
    rm -rf "$work"
    exit $code
}
trap finish EXIT

# The documents, several times over, with one that is missing and one whose text stands in the list.
if [ $# -eq 0 ]; then
    while IFS= read -r -d '' file; do set -- "$@" "$file"; done \
        < <(find "$(dirname "$here")" -mindepth 2 -maxdepth 2 -type f -name '*.txt' -not -path '*/scale/*' -print0 | sort -z)
fi
[ $# -gt 0 ] || { echo "no documents"; exit 2; }
list=$work/list.txt
for round in 1 2 3 4; do printf '%s\n' "$@"; done > "$list"
echo "$work/missing.txt" >> "$list"
printf '%s\n' '{"id": "本文", "name": "会議録.txt", "text": "会議録\n○委員長　始めます。\n○委員　はい。\n"}' >> "$list"

echo "One machine: $(wc -l < "$list") documents"
code=0
"$program" process < "$list" > "$work/one.jsonl" || code=$?
[ $code -eq 1 ] || { echo "exit code $code, 1 was expected for the document that is missing"; exit 1; }

free_port() { "$python" -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }
port=$(free_port)
export SPARK_LOCAL_IP=127.0.0.1 SPARK_NO_DAEMONIZE=1 PYSPARK_PYTHON=$python PYSPARK_DRIVER_PYTHON=$python
export SPARK_HOME=$spark SPARK_DAEMON_MEMORY=256m
class=org.apache.spark.deploy
"$spark/bin/spark-class" $class.master.Master --host 127.0.0.1 --port "$port" --webui-port "$(free_port)" \
    > "$work/master.log" 2>&1 &
started+=($!)
for worker in 1 2; do
    "$spark/bin/spark-class" $class.worker.Worker --host 127.0.0.1 --cores 1 --memory 600M \
        --webui-port "$(free_port)" --work-dir "$work/worker$worker" "spark://127.0.0.1:$port" \
        > "$work/worker$worker.log" 2>&1 &
    started+=($!)
done
for _ in $(seq 120); do
    [ "$(grep -c 'Registering worker' "$work/master.log" 2> /dev/null || true)" = 2 ] && break
    sleep 0.5
done
[ "$(grep -c 'Registering worker' "$work/master.log")" = 2 ] || { echo "the workers did not come up"; exit 1; }

echo "Spark: a master and two workers"
"$spark/bin/spark-submit" --master "spark://127.0.0.1:$port" --driver-memory 512m --executor-memory 512m \
    --conf spark.ui.enabled=false --conf spark.driver.host=127.0.0.1 --conf spark.cores.max=2 \
    "$here/process_minutes.py" --gijiroku "$program" --tasks 6 "$list" "file://$work/cluster" \
    2> "$work/submit.log" | tee "$work/told.txt"
executors=$(grep -c 'Launching executor' "$work/master.log" || true)
[ "$executors" -ge 2 ] || { echo "only $executors executors took part"; exit 1; }

cat "$work"/cluster/part-* > "$work/cluster.jsonl"
cmp "$work/one.jsonl" "$work/cluster.jsonl"
grep -q 'not read 1' "$work/told.txt"
echo "The same $(wc -c < "$work/one.jsonl") bytes, $(wc -l < "$work/one.jsonl") lines, $executors executors, $(ls "$work"/cluster/part-* | wc -l) parts."

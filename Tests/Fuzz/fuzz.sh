#!/bin/bash
# Feeds each door with made-up inputs for a while: fuzz.sh PROGRAM SECONDS WORK-FOLDER TARGET...
# The committed corpus is where it starts; what it learns stays in the work folder, and so do inputs that break something.
set -u
program=$1 seconds=$2 work=$3
shift 3
here=$(cd "$(dirname "$0")" && pwd)
failed=()
for target in "$@"; do
    corpus=$work/corpus/$target artefacts=$work/artefacts/$target
    mkdir -p "$corpus" "$artefacts"
    options=(-max_total_time="$seconds" -timeout=20 -rss_limit_mb=2500 -max_len=8192 -print_final_stats=1 -verbosity=1)
    [ -f "$here/Words/$target.dict" ] && options+=(-dict="$here/Words/$target.dict")
    echo "fuzz: $target for $seconds s"
    if ! "$program" "$target" "${options[@]}" -artifact_prefix="$artefacts/" "$corpus" "$here/Corpus/$target" \
        >"$work/$target.log" 2>&1; then
        failed+=("$target")
        grep -E -m 5 'Fatal error|ERROR:|SUMMARY:' "$work/$target.log"
        echo "fuzz: $target failed: see $work/$target.log; the input lies in $artefacts"
    fi
    grep -E 'number_of_executed_units|peak_rss' "$work/$target.log"
done
[ ${#failed[@]} = 0 ] && exit 0
echo "fuzz: failed: ${failed[*]}"
exit 1

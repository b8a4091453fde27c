#!/usr/bin/env bash
# limited.sh MINUTES COMMAND...: runs a command, its build included; one that does not end in time tells what it waits for,
# and fails.
set -uo pipefail
minutes=$1
shift
"$@" &
command=$!
(
  # Ended early: the command was done first.
  sleep $((minutes * 60)) || exit
  echo "Not done after $minutes minutes. What runs:"
  ps -eo pid,ppid,stat,etime,args | cut -c1-160 | grep -v '\[.*\]$'
  for pid in $(pgrep -f piculetPackageTests); do
    echo "What process $pid waits for:"
    timeout 60 eu-stack -n 12 -p "$pid" 2>&1 | cut -c1-160 | head -400
  done
  pkill -KILL -f piculetPackageTests
  kill -KILL "$command"
) &
watch=$!
wait "$command"
status=$?
pkill -P "$watch" 2>/dev/null
kill "$watch" 2>/dev/null
exit "$status"

#!/usr/bin/env bash
# Prints one of the tables of speed:
#   core-java/benchmarks/speed.sh growth|cores|start|norms|scales|permutations|matrix|ks|gauss [ARGUMENTS]
# JAVA names the Java program, JAVA_OPTIONS its options (by default the Vector API and 2 GiB).
set -euo pipefail
# shellcheck source=core-java/benchmarks/classpath.sh
source "$(dirname "$0")/classpath.sh"
read -ra options <<< "${JAVA_OPTIONS:--Xms2g -Xmx2g -XX:+AlwaysPreTouch --add-modules jdk.incubator.vector}"
"${JAVA:-java}" "${options[@]}" -cp "$MISCOPE_CLASSPATH" io.github.miscope.benchmarks.Speed "$@"

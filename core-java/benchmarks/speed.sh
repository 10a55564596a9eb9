#!/usr/bin/env bash
# Prints one of the tables of speed:
#   core-java/benchmarks/speed.sh growth|cores|start|norms|permutations|matrix|ks [ARGUMENTS]
# JAVA names the Java program, JAVA_OPTIONS its options (by default the Vector API and 2 GiB).
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
root="$here/../.."
cd "$root"
./mvnw -q -pl core-java/benchmarks -am -DskipTests -Dspotless.check.skip=true package >&2
paths="$(mktemp)"
trap 'rm -f "$paths"' EXIT
./mvnw -q -pl core-java/core dependency:build-classpath -Dmdep.includeScope=runtime \
  -Dmdep.outputFile="$paths" >&2
table="$1"
shift
# shellcheck disable=SC2086
"${JAVA:-java}" ${JAVA_OPTIONS:--Xmx2g --add-modules jdk.incubator.vector} \
  -cp "core-java/core/target/classes:core-java/benchmarks/target/classes:$(cat "$paths")" \
  io.github.miscope.benchmarks.Speed "$table" "$@"

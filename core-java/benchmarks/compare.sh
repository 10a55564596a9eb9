#!/usr/bin/env bash
# Compares the processor time of KSG estimates with that of other programs, in one run:
#   core-java/benchmarks/compare.sh PATH/TO/NPEET/entropy_estimators.py [--quick] [--markdown FILE]
# Needs python3 with numpy, scipy and scikit-learn; R with parmigene and FNN if it is there.
# PYTHON and JAVA name the programs to run.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
root="$here/../.."
cd "$root"
./mvnw -q -pl core-java/benchmarks -am -DskipTests -Dspotless.check.skip=true package >&2
paths="$(mktemp)"
trap 'rm -f "$paths"' EXIT
./mvnw -q -pl core-java/core dependency:build-classpath -Dmdep.includeScope=runtime \
  -Dmdep.outputFile="$paths" >&2
export MISCOPE_CLASSPATH="$root/core-java/core/target/classes:$root/core-java/benchmarks/target/classes:$(cat "$paths")"
export OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1
exec "${PYTHON:-python3}" "$here/compare.py" "$@"

#!/usr/bin/env bash
# Compares the time of a step of MINE's training with plain PyTorch, in one run:
#   core-java/benchmarks/neural.sh [PATH/TO/PEER.py] [--steps N] [--repeats N]
# Needs python3 with torch (Debian: python3-torch). PYTHON and JAVA name the programs to run.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
cd "$here/../.."
paths="$(mktemp)"
trap 'rm -f "$paths"' EXIT
# Of the modules that are built, the last one's class path stays in the file.
./mvnw -q -pl core-java/neural -am -DskipTests -Dspotless.check.skip=true \
  package dependency:build-classpath -Dmdep.outputFile="$paths" >&2
MISCOPE_CLASSPATH="core-java/neural/target/classes:core-java/neural/target/test-classes:$(cat "$paths")"
export MISCOPE_CLASSPATH OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1
"${PYTHON:-python3}" "$here/neural.py" "$@"

# Sourced by the scripts beside it: builds the benchmarks and sets here, root and MISCOPE_CLASSPATH.
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
root="$(cd "$here/../.." && pwd)"
cd "$root"
./mvnw -q -pl core-java/benchmarks -am -DskipTests -Dspotless.check.skip=true package >&2
paths="$(mktemp)"
trap 'rm -f "$paths"' EXIT
./mvnw -q -pl core-java/core dependency:build-classpath -Dmdep.includeScope=runtime \
  -Dmdep.outputFile="$paths" >&2
export MISCOPE_CLASSPATH="$root/core-java/core/target/classes:$root/core-java/benchmarks/target/classes:$(cat "$paths")"

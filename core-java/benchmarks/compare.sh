#!/usr/bin/env bash
# Compares the processor time of KSG estimates with that of other programs, in one run:
#   core-java/benchmarks/compare.sh PATH/TO/NPEET/entropy_estimators.py [--quick] [--markdown FILE]
# Needs python3 with numpy, scipy and scikit-learn; R with parmigene and FNN if it is there (Debian:
# r-cran-parmigene and r-cran-fnn). PYTHON and JAVA name the programs to run.
set -euo pipefail
# shellcheck source=core-java/benchmarks/classpath.sh
source "$(dirname "$0")/classpath.sh"
export OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1
"${PYTHON:-python3}" "$here/compare.py" "$@"

#!/usr/bin/env bash
# Does the test of each provision fail when the provision is switched off?
#
#   ops/switch-off.sh                    every executed or recorded provision of every bundled measure (minutes)
#   ops/switch-off.sh GYV-7-2,GYI-5-3    these only
#
# For each provision the tests named after it run against an application without it (system property
# zhuqi.measures.off) until one fails; at the end, the tests that failed must pass with everything switched on. The
# report is printed and kept in platform/target/switch-off.txt.
set -euo pipefail
cd "$(dirname "$0")/.."
exec ./mvnw -B -ntp -q -Dquick -pl measures,platform test -Dtest=SwitchOffTests \
  -Dsurefire.failIfNoSpecifiedTests=false -Dzhuqi.switch-off="${1:-all}"

#!/bin/sh
# {=about=}
# {=skip=}
unset $(git rev-parse --local-env-vars)
for mainstay in {=candidates=}; do
  command -v "$mainstay" >/dev/null 2>&1 && break
  mainstay=
done
if [ -z "$mainstay" ]; then
  echo '{=missing=}' >&2
  exit 0
fi
if git rev-parse --quiet --verify HEAD >/dev/null; then
  set -- --since HEAD
fi
"$mainstay" check{=project=} "$@" && exit 0
status=$?
echo '{=hint=}' >&2
exit $status
